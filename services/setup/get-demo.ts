import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { type DemoState, demoNameOf, demoStateQuery } from '#db/demo'
import { environment } from '#db/environment'
import { jobSchema } from '#db/jobs'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findOpenToken } from '../tokens/spend-token.ts'

export type DemoProgress = 'none' | 'making' | 'ready' | 'failed'

/** How far the demonstration is: under way as long as somebody has to work at an order, else whether it is there, else what became of the order. */
export async function readDemo(db: Reader): Promise<DemoProgress> {
  const { rows } = await db.execute<{ state: string }>(
    sql`select state::text from ${sql.identifier(jobSchema)}.job where name = 'demo' order by created_on desc limit 1`,
  )
  const ordered = rows[0]?.state ?? 'none'
  if (!['none', 'completed', 'failed', 'cancelled'].includes(ordered)) return 'making'
  const [own] = (await db.execute<{ name: string }>(sql`select current_database()::text as name`)).rows
  const name = demoNameOf(own?.name ?? '')
  const [before = '', after = ''] = demoStateQuery.split('$1')
  const found = await db.execute<{ state: DemoState }>(sql`${sql.raw(before)}${name}${sql.raw(after)}`)
  if (found.rows[0]?.state === 'complete') return 'ready'
  return ['failed', 'cancelled'].includes(ordered) ? 'failed' : 'none'
}

/** For the set-up page: may the demonstration be offered, how far is it, and where is it served? @throws NotFound without an open link. */
export const getDemo = query({
  permission: 'setup.complete',
  input: z.object({ token: z.string().max(200) }),
  run: async ({ db, now, input }) => {
    if (!(await findOpenToken(db, 'setup', input.token, now))) throw new NotFound()
    const { isLocal, isDemo, demoUrl } = environment()
    return { isOffered: isLocal && !isDemo, progress: await readDemo(db), address: demoUrl }
  },
})
