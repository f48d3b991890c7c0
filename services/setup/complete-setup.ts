import { z } from 'zod'
import type { Transaction } from '#db/client'
import { groups, organisation, people, roleGrants } from '#db/schema/index'
import { languages } from '#domain/catalogue/types'
import { isEmail, timeZone } from '#domain/people/schema'
import { line } from '#domain/text'
import { acceptablePassword, newPassword } from '../account/choose-password.ts'
import { command } from '../command.ts'
import { Conflict, conflictOn } from '../errors.ts'
import { newId } from '../new-id.ts'
import { deviceFields } from '../sessions/device.ts'
import { openSession } from '../sessions/open-session.ts'
import { findOpenToken, spendToken } from '../tokens/spend-token.ts'

const SetUp = z.object({
  token: z.string().max(200),
  organisationName: line(120),
  timeZone,
  language: z.enum(languages),
  name: line(200),
  email: line(254).refine(isEmail, 'email'),
  password: newPassword,
  ...deviceFields,
})

/** Creates the organisation, its root group and its first person, who is owner, admin and reviewer; signs them in. Of two at once one wins. */
export const completeSetup = command({
  permission: 'setup.complete',
  input: SetUp,
  prepare: async ({ db, now, input }) => {
    if (!(await findOpenToken(db, 'setup', input.token, now))) throw new Conflict('link_closed')
    return acceptablePassword(input.password, [input.name, input.email, input.organisationName])
  },
  subject: async () => ({}),
  run: async ({ tx, now, input, prepared: passwordHash }) => {
    await spendToken(tx, 'setup', input.token, now)
    await createOrganisation(tx, input, now)
    const groupId = await createRoot(tx, input.organisationName, now)
    const personId = await createOwner(tx, { ...input, groupId, passwordHash }, now)
    return { personId, ...(await openSession(tx, { personId, device: input, now })) }
  },
  event: {
    verb: 'setup.complete',
    of: ({ input, result }) => ({
      subjectKind: 'person',
      subjectId: result.personId,
      groupId: null,
      details: { organisation: input.organisationName, timeZone: input.timeZone, language: input.language, address: input.email },
    }),
  },
})

type SetUp = z.output<typeof SetUp>

async function createOrganisation(tx: Transaction, { organisationName, timeZone, language }: SetUp, now: Date): Promise<void> {
  await tx
    .insert(organisation)
    .values({ name: organisationName, timeZone, language, createdAt: now })
    .catch(conflictOn({ organisation_pkey: 'already_set_up' }))
}

async function createRoot(tx: Transaction, name: string, now: Date): Promise<string> {
  const id = newId()
  await tx.insert(groups).values({ id, parentId: null, name, path: [id], createdAt: now })
  return id
}

async function createOwner(tx: Transaction, owner: SetUp & { groupId: string; passwordHash: string }, now: Date): Promise<string> {
  const id = newId()
  const { name, email, groupId, language, passwordHash } = owner
  await tx.insert(people).values({ id, name, sortName: name, email, homeGroupId: groupId, language, passwordHash, createdAt: now })
  const grants = (['owner', 'admin', 'reviewer'] as const).map((role) => ({
    id: newId(),
    personId: id,
    role,
    groupId: null,
    grantedAt: now,
  }))
  await tx.insert(roleGrants).values(grants)
  return id
}
