import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { enrolments, leaves, people } from '#db/schema/index'
import { sinceFirst, type TrendValue, trendPoints } from '#domain/reports/trend'
import type { ReadableScope } from './scope.ts'

export interface Trend {
  values: TrendValue[]
  /** The due day that at least half of the enrolments share, before leave is added; null when none does. */
  dueDay: string | null
}

interface Change {
  /** Which point of the trend, from 1. */
  place: number
  assigned: number
  done: number
  overdue: number
}

/**
 * How many were assigned, done and overdue at each point, as far as is known today. One statement finds for every enrolment at which point
 * it began to count and at which it ceased, and adds these changes up; so its cost does not grow with the number of points.
 */
export async function readTrend(db: Database, scope: ReadableScope): Promise<Trend> {
  const points = trendPoints(scope.now, scope.filter.weeks, scope.timeZone)
  const times = sql`${sql.param(points.map((point) => point.at.toISOString()))}::timestamptz[]`
  const days = sql`${sql.param(points.map((point) => point.day))}::date[]`
  /** The first point not before a time, and the first one after it; beyond the last point where there is none. */
  const from = (at: SQL) => sql`coalesce(width_bucket(${at} - interval '1 microsecond', ${times}) + 1, ${points.length + 1})`
  const after = (at: SQL) => sql`coalesce(width_bucket(${at}, ${times}) + 1, ${points.length + 1})`
  const row = db
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      dueOn: enrolments.dueOn,
      begins: from(sql`${enrolments.enrolledAt}`).as('begins'),
      closes: from(sql`${enrolments.closedAt}`).as('closes'),
      late: sql`greatest(${from(sql`${enrolments.enrolledAt}`)}, ${after(sql`${enrolments.dueAt}`)})`.as('late'),
      ends: from(sql`least(${enrolments.closedAt}, ${people.deactivatedAt})`).as('ends'),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(scope.rows)
  const { rows } = await db.execute<{ changes: Change[] | null; due_day: string | null }>(sql`
    with row as materialized (${row}),
    away as (
      select distinct row.id, point.place from row
      join ${leaves} on ${leaves.personId} = row.person_id
      join unnest(${days}) with ordinality as point(day, place)
        on point.day between ${leaves.startsOn} and ${leaves.endsOn} and point.place >= row.late and point.place < row.ends
    ),
    alike as (select begins, closes, late, ends, count(*) as people from row group by begins, closes, late, ends),
    change(place, assigned, done, overdue) as (
      select begins, people, 0, 0 from alike
      union all select greatest(begins, closes), 0, people, 0 from alike
      union all select late, 0, 0, people from alike where late < ends
      union all select ends, 0, 0, -people from alike where late < ends
      union all select place, 0, 0, -1 from away
      union all select place + 1, 0, 0, 1 from away
    ),
    summed as (
      select place, sum(assigned)::int as assigned, sum(done)::int as done, sum(overdue)::int as overdue from change group by place
    )
    select (select jsonb_agg(summed order by place) from summed) as changes,
      (select due_on::text from row where due_on is not null group by due_on
       having count(*) * 2 >= (select count(*) from row) order by count(*) desc, due_on limit 1) as due_day`)
  return { values: sinceFirst(addUp(points, rows[0]?.changes ?? [])), dueDay: rows[0]?.due_day ?? null }
}

function addUp(points: { at: Date; day: string }[], changes: Change[]): TrendValue[] {
  const at = new Map(changes.map((change) => [change.place, change]))
  const sum = { assigned: 0, done: 0, overdue: 0 }
  return points.map((point, index) => {
    const change = at.get(index + 1)
    if (change) for (const key of ['assigned', 'done', 'overdue'] as const) sum[key] += change[key]
    return { ...point, ...sum }
  })
}
