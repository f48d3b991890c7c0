import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '#db/client'
import type { DemoPerson } from '#domain/demo/people'
import { hashDetails } from '../audit/append-events.ts'
import { newId } from '../new-id.ts'

const batchSize = 1000

/**
 * Adds people in bulk, each with the past of somebody who was played through the verbs: the same home group, dates, enrolments, responses,
 * records and events under new ids and with a name and address of their own. The first `cast` by employee number are nobody's model. Whoever was invited is not either.
 */
export async function growDemo(db: Database, newcomers: readonly DemoPerson[], cast: number): Promise<void> {
  const models = await db.execute<{ id: string }>(sql`
    select p.id from people p where p.employee_number is not null and not exists (select 1 from tokens t where t.person_id = p.id)
    order by p.employee_number offset ${cast}`)
  const modelOf = (index: number) => models.rows[index % models.rows.length]?.id ?? ''
  const pairs = newcomers.map((person, index) => ({ ...person, id: newId(), model: modelOf(index) }))
  for (let start = 0; start < pairs.length; start += batchSize)
    await db.transaction((tx) => copyPasts(tx, pairs.slice(start, start + batchSize)))
}

type Pair = DemoPerson & { id: string; model: string }

async function copyPasts(tx: Transaction, pairs: readonly Pair[]): Promise<void> {
  await tx.execute(sql`
    create temporary table new_people on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as given(id uuid, model uuid, name text, "sortName" text, email text, "employeeNumber" text)`)
  await tx.execute(sql`
    insert into people (id, name, sort_name, email, employee_number, home_group_id, supervisor_id, language, created_at, deactivated_at)
    select n.id, n.name, n."sortName", n.email, n."employeeNumber",
      p.home_group_id, p.supervisor_id, p.language, p.created_at, p.deactivated_at
    from new_people n join people p on p.id = n.model`)
  await tx.execute(sql`
    create temporary table new_enrolments on commit drop as
    select gen_random_uuid() as id, e.id as model, n.id as person_id from new_people n join enrolments e on e.person_id = n.model`)
  await tx.execute(sql`
    create temporary table new_attempts on commit drop as
    select gen_random_uuid() as id, a.id as model, n.id as enrolment_id, n.person_id
    from new_enrolments n join attempts a on a.enrolment_id = n.model`)
  for (const statement of copies) await tx.execute(statement)
  await copyEvents(tx, new Map(pairs.map((pair) => [pair.id, pair])))
}

/** Every table that holds somebody's past in a course, parents first. */
const copies = [
  sql`insert into enrolments (id, person_id, course_id, course_version, assignment_id, cycle, enrolled_at, due_on, due_at, started_at,
      units_done, score, closed_at, closed_as)
    select n.id, n.person_id, course_id, course_version, assignment_id, cycle, enrolled_at, due_on, due_at, started_at,
      units_done, score, closed_at, closed_as
    from new_enrolments n join enrolments e on e.id = n.model`,
  sql`insert into extensions (id, enrolment_id, from_due_on, to_due_on, reason, decided_at, decided_by)
    select gen_random_uuid(), n.id, from_due_on, to_due_on, reason, decided_at, decided_by from new_enrolments n join extensions x on x.enrolment_id = n.model`,
  sql`insert into waivers (id, enrolment_id, reason, granted_at, granted_by)
    select gen_random_uuid(), n.id, reason, granted_at, granted_by from new_enrolments n join waivers w on w.enrolment_id = n.model`,
  sql`insert into lesson_places (enrolment_id, unit_id, part, furthest_part, decisions, updated_at)
    select n.id, unit_id, part, furthest_part, decisions, updated_at from new_enrolments n join lesson_places l on l.enrolment_id = n.model`,
  sql`insert into attempts (id, enrolment_id, unit_id, number, status, course_version, unit_version, language, snapshot, started_at,
      submitted_at, sequence, score, is_passed)
    select n.id, n.enrolment_id, unit_id, number, status, course_version, unit_version, language, snapshot, started_at,
      submitted_at, sequence, score, is_passed
    from new_attempts n join attempts a on a.id = n.model`,
  sql`insert into case_files (attempt_id, content, updated_at)
    select n.id, content, updated_at from new_attempts n join case_files f on f.attempt_id = n.model`,
  sql`insert into responses (id, attempt_id, position, question_id, value, certainty, score, responded_at)
    select gen_random_uuid(), n.id, position, question_id, value, certainty, score, responded_at
    from new_attempts n join responses r on r.attempt_id = n.model`,
  sql`insert into completions (id, enrolment_id, person_id, course_id, unit_id, version, score, completed_at, certificate_code)
    select gen_random_uuid(), n.id, n.person_id, course_id, unit_id, version, score, completed_at,
      case when certificate_code is null then null
      else left(translate(encode(sha256(uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_'), 22) end
    from new_enrolments n join completions c on c.enrolment_id = n.model`,
]

/** An event of a model, whom it is copied for, and what its ids become. */
interface Copied extends Record<string, unknown> {
  at: string
  verb: string
  actorKind: string
  actorId: string | null
  subjectKind: string
  subjectId: string
  groupId: string | null
  details: Record<string, unknown>
  personId: string
  ids: Record<string, string>
}

async function copyEvents(tx: Transaction, newcomers: ReadonlyMap<string, Pair>): Promise<void> {
  const { rows } = await tx.execute<Copied>(sql`
    with renamed as (
      select id as person_id, model::text as old, id::text as new from new_people
      union all select person_id, model::text, id::text from new_enrolments
      union all select person_id, model::text, id::text from new_attempts),
    ids as (select person_id, jsonb_object_agg(old, new) as ids from renamed group by person_id)
    select e.at::text as at, e.verb, e.actor_kind as "actorKind", e.actor_id::text as "actorId", e.subject_kind as "subjectKind",
      e.subject_id as "subjectId", e.group_id::text as "groupId", d.details, renamed.person_id::text as "personId", ids.ids
    from renamed join audit_events e on e.subject_id = renamed.old and e.subject_kind in ('person', 'enrolment', 'attempt')
    join audit_details d on d.event_id = e.id join ids on ids.person_id = renamed.person_id`)
  const events = rows.map((row) => eventFor(row, newcomers.get(row.personId)))
  await tx.execute(sql`
    insert into audit_events (id, at, verb, actor_kind, actor_id, subject_kind, subject_id, group_id, details_hash)
    select id, at, verb, "actorKind", "actorId", "subjectKind", "subjectId", "groupId", "detailsHash"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given(id uuid, at timestamptz, verb text, "actorKind" text, "actorId" uuid,
      "subjectKind" text, "subjectId" text, "groupId" uuid, "detailsHash" text)`)
  await tx.execute(sql`
    insert into audit_details (event_id, salt, details)
    select id, salt, details from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given(id uuid, salt text, details jsonb)`)
}

function eventFor({ ids, personId: _, details, ...event }: Copied, newcomer: Pair | undefined) {
  const renamed = JSON.parse(JSON.stringify(details), (__, value) => (typeof value === 'string' ? (ids[value] ?? value) : value))
  if (event.verb === 'person.create' && newcomer) {
    const { name, sortName, email, employeeNumber } = newcomer
    renamed.new = { ...renamed.new, name, sortName, email, employeeNumber }
  }
  const salt = newId()
  return {
    ...event,
    id: newId(),
    subjectId: ids[event.subjectId] ?? event.subjectId,
    actorId: event.actorId && (ids[event.actorId] ?? event.actorId),
    salt,
    details: renamed,
    detailsHash: hashDetails(salt, renamed),
  }
}
