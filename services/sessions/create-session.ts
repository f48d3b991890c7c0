import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/index'
import { line } from '#domain/text'
import { verifyPassword } from '../account/password-hash.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { deviceFields } from './device.ts'
import { openSession } from './open-session.ts'

/** Signs in with e-mail address and password. An unknown address gets the same words after the same work. */
export const createSession = command({
  permission: 'session.create',
  input: z.object({ email: line(320), password: z.string().min(1).max(1000), ...deviceFields }),
  subject: async ({ tx, input }) => {
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, input.email.toLowerCase()), isNull(people.deactivatedAt)))
    return { personId: person?.id ?? null, person: person ?? null }
  },
  run: async ({ tx, now, input, subject: { person } }) => {
    const isRight = await verifyPassword(input.password, person?.passwordHash ?? null)
    if (!person?.passwordHash || !isRight) throw new Conflict('wrong_credentials')
    // Hashing takes a while: hold the person as they were judged, so that a change of password meanwhile wins.
    const [held] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, person.id), eq(people.passwordHash, person.passwordHash), isNull(people.deactivatedAt)))
      .for('share')
    if (!held) throw new Conflict('wrong_credentials')
    return openSession(tx, { personId: person.id, device: input, now })
  },
  event: {
    verb: 'session.create',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person?.id ?? null,
      groupId: person?.homeGroupId ?? null,
      details: { sessionId: result.sessionId },
    }),
  },
})
