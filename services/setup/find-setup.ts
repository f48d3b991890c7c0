import { z } from 'zod'
import { organisation } from '#db/schema/index'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findOpenToken } from '../tokens/spend-token.ts'

/** Is the set-up link good? @throws NotFound once the organisation is set up. */
export const findSetup = query({
  permission: 'setup.complete',
  input: z.object({ token: z.string().max(200) }),
  run: async ({ db, now, input }) => {
    const [existing] = await db.select({ id: organisation.id }).from(organisation)
    if (existing) throw new NotFound()
    return { isOpen: (await findOpenToken(db, 'setup', input.token, now)) !== null }
  },
})
