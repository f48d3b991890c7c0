import { z } from 'zod'
import { organisation } from '#db/schema/index'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'

/** What is set for the whole organisation. */
export const getSettings = query({
  permission: 'settings.read',
  input: z.object({}),
  run: async ({ db }) => {
    const [row] = await db.select().from(organisation)
    if (!row) throw new NotFound()
    const { id: _, createdAt: __, ...settings } = row
    return settings
  },
})
