import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { jobSchema } from '#db/jobs'

/** Counts for a monitor: numbers only. */
export interface Counted {
  people: number
  sessions: number
  jobs: { queue: string; state: string; count: number }[]
}

const longest = 2_000

/** @throws when the database does not answer in time. */
export async function countThings(db: Database, now: Date): Promise<Counted> {
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = ${longest}`))
    const { rows } = await tx.execute<Counted & Record<string, unknown>>(sql`select
      (select count(*)::int from people where deactivated_at is null) as people,
      (select count(*)::int from sessions where ended_at is null and expires_at > ${now.toISOString()}) as sessions,
      (select coalesce(jsonb_agg(jsonb_build_object('queue', name, 'state', state, 'count', count)), '[]'::jsonb)
        from (select name, state, count(*)::int from ${sql.identifier(jobSchema)}.job group by name, state) jobs) as jobs`)
    const [counted] = rows
    if (!counted) throw new Error('nothing counted')
    return counted
  })
}
