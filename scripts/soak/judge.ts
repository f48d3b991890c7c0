import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { Kind, Ledger } from './ledger.ts'

export interface Verdict {
  /** For each kind of writing: how many were acknowledged, and how many rows there are. */
  counts: Record<string, { acknowledged: number; saved: number }>
  lost: string[]
  doubled: string[]
}

/** A condition on rows of `attempts`; the rest are quizzes. */
const isLab = `snapshot->>'kind' = 'lab'`
const isQuiz = `snapshot->>'kind' is distinct from 'lab'`

/** One row for each thing saved: its key as the ledger has it, and what was saved. */
const saved: Record<Kind, string> = {
  session: `select token_hash as key, '' as value from sessions`,
  enrolment: `select email as key, '' as value from enrolments join people on people.id = person_id where assignment_id is null`,
  place: `select email || ' ' || unit_id as key, furthest_part::text as value from lesson_places join enrolments on enrolments.id = enrolment_id
    join people on people.id = person_id`,
  decision: `select email || ' ' || unit_id || ' ' || decision.key as key, decision.value->>0 as value from lesson_places
    cross join jsonb_each(decisions) decision join enrolments on enrolments.id = enrolment_id join people on people.id = person_id`,
  completion: `select email || ' ' || unit_id as key, '' as value from completions join people on people.id = person_id
    where unit_id not in (select unit_id from attempts)`,
  attempt: `select attempts.id::text as key, email || ' ' || unit_id as value from attempts join enrolments on enrolments.id = enrolment_id
    join people on people.id = person_id`,
  // A draft is gone once its response is given.
  draft: `select attempt_id || ' ' || position as key, value::text from drafts union all
    select attempt_id || ' ' || position, value::text from responses`,
  response: `select attempt_id || ' ' || position as key, value::text from responses`,
  mark: `select attempt_id || ' ' || (mark->>'row') as key, mark->>'reason' as value from case_files
    cross join jsonb_array_elements(content->'marks') mark`,
  task: `select attempt_id || ' ' || task.key as key, task.value::text as value from case_files cross join jsonb_each(content->'tasks') task`,
  // How many: the learner takes one, and one more is one too many.
  hint: `select attempt_id::text as key, content->>'hints' as value from case_files where content->'hints' <> '0'`,
  submission: `select id::text as key, score::text as value from attempts where ${isLab} and status = 'submitted'`,
  person: `select email as key, '' as value from people where email like 'added-%'`,
  invitation: `select distinct on (email) email as key, '' as value from tokens join people on people.id = person_id where kind = 'invitation'`,
  assignment: `select email as key, '' as value from assignment_audiences join people on people.id = person_id`,
}

/** Statements whose two counts must be the same: a deed and its event, a thing and its parts, a summary and what it sums up. */
const sums: [what: string, statement: string][] = [
  ...(
    [
      ['session.create', `select count(*) - 1 from sessions`], // setting up signs in as well
      ['enrolment.start', `select count(*) from enrolments where assignment_id is null`],
      ['attempt.start', `select count(*) from attempts where ${isQuiz}`],
      ['attempt.submit', `select count(*) from attempts where ${isQuiz} and status = 'submitted'`],
      ['lab.start', `select count(*) from case_files`],
      ['lab.take_hint', `select sum((content->'hints')::int) from case_files`],
      ['lab.submit', `select count(*) from attempts where ${isLab} and status = 'submitted'`],
      ['unit.complete', `select count(*) from completions where unit_id is not null`],
      ['course.complete', `select count(*) from completions where unit_id is null`],
      ['person.create', `select count(*) from people where email like 'added-%'`],
      ['assignment.create', `select count(*) from assignments`],
    ] as const
  ).map(([verb, rows]): [string, string] => [
    `${verb} events`,
    `select (select count(*) from audit_events where verb = '${verb}') a, (${rows}) b`,
  ]),
  ['details of events', `select (select count(*) from audit_events) a, (select count(*) from audit_details) b`],
  [
    'mail jobs for invitations',
    `select (select count(*) from audit_events where verb = 'person.invite') a,
    (select count(*) from pgboss.job where name = 'mail' and data->>'kind' = 'invitation') b`,
  ],
  [
    'units done in summaries',
    `select (select sum(units_done) from enrolments) a, (select count(*) from completions where unit_id is not null) b`,
  ],
  [
    'closed enrolments',
    `select (select count(*) from enrolments where closed_as = 'completed') a, (select count(*) from completions where unit_id is null) b`,
  ],
  [
    'responses of submitted attempts',
    `select (select sum(jsonb_array_length(snapshot->'questions')) from attempts where ${isQuiz} and status = 'submitted') a,
    (select count(*) from responses join attempts on attempts.id = attempt_id where ${isQuiz} and status = 'submitted') b`,
  ],
  [
    'responses of submitted labs',
    `select (select count(*) from responses join attempts on attempts.id = attempt_id where ${isLab}) a, (select count(*) from case_files
    join attempts on attempts.id = attempt_id cross join jsonb_object_keys(content->'tasks') where status = 'submitted') b`,
  ],
  [
    'writes of quizzes',
    `select (select sum(sequence) from attempts where ${isQuiz}) a,
    (select 2 * count(*) from responses join attempts on attempts.id = attempt_id where ${isQuiz}) + (select count(*) from drafts) b`,
  ],
  [
    'writes of labs',
    `select (select sum(sequence) from attempts where ${isLab}) a,
    (select sum(jsonb_array_length(content->'marks') + (select count(*) from jsonb_object_keys(content->'tasks')) + (content->'hints')::int)
    from case_files) + (select count(*) from attempts where ${isLab} and status = 'submitted') b`,
  ],
  [
    'people of assignments',
    `select (select count(*) from enrolments where assignment_id is not null) a, (select count(*) from assignments) b`,
  ],
]

/** Compares what people were told with what is in the database. */
export async function judge(db: Database, ledger: Ledger): Promise<Verdict> {
  const verdict: Verdict = { counts: {}, lost: [], doubled: [] }
  for (const [kind, statement] of Object.entries(saved) as [Kind, string][]) {
    // The statements are those above, with nothing put into them.
    const { rows } = await db.execute<{ key: string; value: string }>(sql.raw(statement))
    const found = new Map<string, string[]>()
    for (const { key, value } of rows) found.set(key, [...(found.get(key) ?? []), value])
    for (const [key, values] of found) if (values.length > 1) verdict.doubled.push(`${kind} ${key}: ${values.length} times`)
    for (const [key, value] of ledger.of(kind)) {
      const there = found.get(kind === 'session' ? createHash('sha256').update(key).digest('hex') : key)
      if (!there?.some((kept) => isSame(kind, kept, value))) verdict.lost.push(`${kind} ${key}: ${value} is ${there ?? 'not there'}`)
    }
    verdict.counts[kind] = { acknowledged: ledger.of(kind).size, saved: rows.length }
  }
  for (const [what, statement] of sums) {
    const { rows } = await db.execute<{ a: string; b: string }>(sql.raw(statement))
    const [a, b] = [Number(rows[0]?.a ?? 0), Number(rows[0]?.b ?? 0)]
    verdict.counts[what] = { acknowledged: a, saved: b }
    if (a !== b) verdict.doubled.push(`${what}: ${a}, but ${b} rows`)
  }
  return verdict
}

function isSame(kind: Kind, kept: string, told: string): boolean {
  if (kind === 'place') return Number(kept) >= Number(told)
  if (kind === 'draft' || kind === 'response' || kind === 'task') return canonical(kept) === canonical(told)
  return kept === told
}

const canonical = (json: string): string => JSON.stringify(sorted(JSON.parse(json)))
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort()
          .map(([key, part]) => [key, sorted(part)]),
      )
    : value
