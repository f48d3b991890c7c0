import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { people } from '#db/schema/index'
import { line } from '#domain/text'
import { verifyPassword } from '../account/password-hash.ts'
import { type Braking, letGo, pullBrakes } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { prepared } from '../prepared.ts'
import { deviceFields } from './device.ts'
import { markedDevice, newDeviceMark } from './device-mark.ts'
import { openSession } from './open-session.ts'

const SignIn = z.object({
  /** An e-mail address or an employee number. */
  identifier: line(320),
  password: z.string().min(1).max(1000),
  /** What this browser was given when somebody signed in with it before; empty when nobody did. */
  mark: z.string().max(200).default(''),
  ...deviceFields,
})

/**
 * Signs in. Guessing is slowed down for the account and for the client's address; whoever is not known gets the same words after the same
 * work. The password is checked before the transaction, so that no connection waits while it is hashed.
 */
export const createSession = command({
  permission: 'session.create',
  input: SignIn,
  prepare: async ({ db, now, input }) => {
    const person = await findByIdentifier(db, input.identifier)
    const address: Braking = ['signInFromAddress', input.address]
    const account = brakingOf(person?.id ?? null, input)
    await pullBrakes(db, now, address, account)
    const isRight = await verifyPassword(input.password, person?.passwordHash ?? null)
    if (!person?.passwordHash || !isRight) throw new Conflict('wrong_credentials')
    return { id: person.id, passwordHash: person.passwordHash, address, account }
  },
  // Whose password was right is not slowed down because the session could not be saved.
  giveBack: ({ db, now, prepared: { address, account } }) =>
    db.transaction((tx) => letGo(tx, now, { released: account, takenBack: address })),
  // Held as they were judged, so that a change of password meanwhile wins.
  subject: async ({ tx, prepared: { id, passwordHash } }) => {
    const [person] = await tx
      .select({ id: people.id, homeGroupId: people.homeGroupId })
      .from(people)
      .where(and(eq(people.id, id), eq(people.passwordHash, passwordHash), isNull(people.deactivatedAt)))
      .for('share')
      .prepare('hold_who_signs_in')
      .execute()
    if (!person) throw new Conflict('wrong_credentials')
    return { personId: person.id, person }
  },
  run: async ({ tx, now, input, prepared: { address, account }, subject: { personId } }) => {
    const opened = await openSession(tx, { personId, device: input, now })
    await letGo(tx, now, { released: account, takenBack: address })
    return { ...opened, mark: newDeviceMark(personId) }
  },
  event: {
    verb: 'session.create',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { sessionId: result.sessionId },
    }),
  },
})

const findBy = (name: 'email' | 'employeeNumber') =>
  prepared((db) =>
    db
      .select({ id: people.id, passwordHash: people.passwordHash })
      .from(people)
      .where(and(eq(sql`lower(${people[name]})`, sql`lower(${sql.placeholder('identifier')})`), isNull(people.deactivatedAt)))
      .prepare(`find_by_${name}`),
  )
const find = { email: findBy('email'), employeeNumber: findBy('employeeNumber') }

async function findByIdentifier(db: Reader, identifier: string) {
  const [person] = await find[identifier.includes('@') ? 'email' : 'employeeNumber'](db).execute({ identifier })
  return person ?? null
}

/** The brake of the device where it is known for this account, else that of the account, whether it exists or not. */
function brakingOf(personId: string | null, { mark, identifier }: z.output<typeof SignIn>): Braking {
  const deviceId = personId && markedDevice(mark, personId)
  return deviceId ? ['signInOnDevice', deviceId] : ['signInToAccount', personId ?? identifier.toLowerCase()]
}
