import { z } from 'zod'
import type { Database } from '#db/client'
import { organisation } from '#db/schema/index'
import { asSystem } from '../caller.ts'
import { command } from '../command.ts'
import { armToken, issueToken } from '../tokens/issue-token.ts'

const openLink = command({
  permission: 'setup.open',
  input: z.object({}),
  subject: async () => ({}),
  run: async ({ tx, now }) => {
    const [existing] = await tx.select({ id: organisation.id }).from(organisation)
    if (existing) return { token: null }
    const id = await issueToken(tx, { kind: 'setup', personId: null, now })
    return { token: await armToken(tx, id, 'setup', now) }
  },
  event: {
    verb: 'setup.open',
    of: ({ result }) => ({ subjectKind: 'organisation', subjectId: null, groupId: null, details: { isNeeded: result.token !== null } }),
  },
})

/** The token of a new set-up link, good for one hour and in place of earlier ones; null once the organisation is set up. */
export async function openSetup(db: Database, now: Date): Promise<string | null> {
  return (await openLink(asSystem(db, now), {})).token
}
