import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { organisation, people } from '#db/schema/index'
import { query } from '../query.ts'
import { findOpenToken } from '../tokens/spend-token.ts'

/** Whom an invitation or reset link is for, what they sign in with, and where; null when it is used, replaced or expired. Opening it changes nothing. */
export const findLink = query({
  permission: 'token.spend',
  input: z.object({ kind: z.enum(['invitation', 'reset']), token: z.string().max(200) }),
  run: async ({ db, now, input }) => {
    const link = await findOpenToken(db, input.kind, input.token, now)
    if (!link?.personId) return null
    const [found] = await db
      .select({
        name: people.name,
        identifier: sql<string>`coalesce(${people.email}, ${people.employeeNumber})`,
        organisation: organisation.name,
      })
      .from(people)
      .innerJoin(organisation, eq(organisation.id, 1))
      .where(and(eq(people.id, link.personId), isNull(people.deactivatedAt)))
    return found ?? null
  },
})
