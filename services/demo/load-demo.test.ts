import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '#db/client'
import { addDays } from '#domain/calendar'
import { courseUnderWay } from '#domain/demo/orders'
import { addressOf, cast, contact, groups, owner } from '#domain/demo/organisation'
import { demoPeople } from '#domain/demo/people'
import { testDatabase } from '#testing/database'
import { hashDetails } from '../audit/append-events.ts'
import { growDemo } from './grow-demo.ts'
import { loadDemo } from './load-demo.ts'

const now = new Date('2026-11-22T05:00:00Z')
const size = 90
const wish = { now, seed: 7, people: size, passwordHash: 'a hash' }
const { db } = await testDatabase()
await loadDemo(db, wish)

// Raw, because every text is written in this file: nothing from outside comes into it.
const all = async (text: string, from: Database = db) => (await from.execute<Record<string, unknown>>(sql.raw(text))).rows
const count = async (from: string) => Number((await all(`select count(*) as n from ${from}`))[0]?.n)

/** What happened to everybody in the course, without ids: for comparing a copy with its model, or, but for the questions drawn, two loadings. */
const pasts = (which: string, { from = db, isDrawn = true } = {}) =>
  all(
    `select p.employee_number as number, g.name as home, p.created_at, p.deactivated_at, p.language,
    coalesce((select json_agg(json_build_array(e.course_id, e.cycle, e.enrolled_at, e.due_at, e.started_at, e.units_done, e.score, e.closed_at, e.closed_as,
      (select json_agg(json_build_array(a.number, a.status, a.started_at, a.submitted_at, a.score, a.is_passed,
        (select json_agg(json_build_array(r.position, ${isDrawn ? 'r.value' : 'null'}, r.score, r.certainty, r.responded_at) order by r.position) from responses r where r.attempt_id = a.id),
        (select json_build_array(${isDrawn ? 'f.content' : 'null'}, f.updated_at) from case_files f where f.attempt_id = a.id)
        ) order by a.unit_id, a.number) from attempts a where a.enrolment_id = e.id),
      (select json_agg(json_build_array(c.unit_id, c.score, c.completed_at, c.certificate_code is null) order by c.completed_at, c.unit_id) from completions c where c.enrolment_id = e.id),
      (select json_agg(json_build_array(l.unit_id, l.part, l.furthest_part, l.decisions, l.updated_at) order by l.unit_id) from lesson_places l where l.enrolment_id = e.id),
      (select json_agg(json_build_array(x.to_due_on, x.reason) order by x.to_due_on) from extensions x where x.enrolment_id = e.id),
      (select json_agg(w.reason) from waivers w where w.enrolment_id = e.id)) order by e.course_id, e.cycle) from enrolments e where e.person_id = p.id), '[]') as enrolments,
    (select json_agg(json_build_array(v.at, v.verb, v.actor_kind) order by v.at, v.verb) from audit_events v
      where v.subject_id = p.id::text or v.subject_id in (select e.id::text from enrolments e where e.person_id = p.id)
        or v.subject_id in (select a.id::text from attempts a join enrolments e on e.id = a.enrolment_id where e.person_id = p.id)) as events
  from people p join groups g on g.id = p.home_group_id where ${which} order by p.employee_number`,
    from,
  )

/** Everything that two loadings have in common: who there is and what happened to each, and what admins have made, without ids. */
async function wholePast(from: Database) {
  const made = {
    people: `select employee_number, name, sort_name, email, language, time_zone, (select s.email from people s where s.id = p.supervisor_id) as supervisor from people p order by employee_number, email`,
    groups: `select g.name, u.name as above, g.created_at, g.closed_at from groups g left join groups u on u.id = g.parent_id order by g.name`,
    lists: `select l.name, l.created_at, (select json_agg(json_build_array(p.employee_number, m.added_at) order by p.employee_number)
      from list_members m join people p on p.id = m.person_id where m.list_id = l.id) as members from lists l order by l.name`,
    grants: `select p.email, r.role, g.name as for, r.granted_at, r.ends_at from role_grants r join people p on p.id = r.person_id left join groups g on g.id = r.group_id
      order by p.email, r.role, g.name`,
    assignments: `select a.course_id, g.name as for, a.due_on, a.created_at, (select count(*)::int from enrolments e where e.assignment_id = a.id) as enrolled
      from assignments a join groups g on g.id = a.group_id order by a.created_at`,
    leaves: `select p.employee_number, l.starts_on, l.ends_on, l.created_at from leaves l join people p on p.id = l.person_id order by p.employee_number`,
    invitations: `select p.employee_number, t.created_at, t.expires_at from tokens t join people p on p.id = t.person_id order by p.employee_number`,
    organisation: `select * from organisation`,
  }
  const read = await Promise.all(Object.entries(made).map(async ([name, text]) => [name, await all(text, from)] as const))
  return { ...Object.fromEntries(read), pasts: await pasts('true', { from, isDrawn: false }) } as Record<string, Record<string, unknown>[]>
}

describe('the demonstration', () => {
  it('has the tree, the roles and as many people as wished for', async () => {
    expect(await count('people')).toBe(size)
    expect(await count('groups')).toBe(groups.length)
    const held = await all('select role, group_id is null as whole from role_grants order by role, whole')
    const granted = cast.flatMap(({ grants }) => grants).length
    expect(held).toHaveLength(granted + 3) // the owner is admin and reviewer as well
    expect(await count('lists')).toBe(3)
  })

  it('names a team, and no person, for corrections', async () => {
    const [own] = await all('select contact_name as "contactName", contact_email as "contactEmail" from organisation')
    expect(own).toEqual(contact)
    expect(await count(`people where email = '${contact.contactEmail}' or name = '${contact.contactName}'`)).toBe(0)
  })

  it('lets its reviewers read labs from the first day on, as its owner has allowed', async () => {
    const [decision] = await all(`select o.responses_readable_since as since, e.at, p.email from organisation o, audit_events e
      join people p on p.id = e.actor_id where e.verb = 'reading.decide'`)
    expect(decision).toMatchObject({ since: decision?.['at'], email: addressOf(owner.account) })
    expect(await count('attempts')).toBeGreaterThan(0)
    expect(await count('attempts, organisation where started_at < responses_readable_since')).toBe(0)
  })

  it('is lively: done, late, under way, not begun, let off, left', async () => {
    for (const state of [
      `closed_as = 'completed' and closed_at <= due_at`,
      `closed_as = 'completed' and closed_at > due_at`,
      `closed_at is null and due_at < '${now.toISOString()}'`,
      `closed_at is null and started_at is not null`,
      `closed_at is null and started_at is null`,
    ])
      expect([state, await count(`enrolments where ${state}`)]).toEqual([state, expect.toSatisfy((found: number) => found > 0)])
    expect(await count('people where deactivated_at is not null')).toBeGreaterThan(0)
    expect(await count('people where email is null')).toBeGreaterThan(0)
    expect(
      await count(`enrolments e join leaves l using (person_id) where e.closed_at is null and l.ends_on > '${now.toISOString()}'`),
    ).toBeGreaterThan(0)
    expect(await count(`attempts where status = 'submitted' and not is_passed`)).toBeGreaterThan(0)
  })

  it('moves in the last twelve weeks: a date goes by, and some of those who missed theirs catch up', async () => {
    const since = `'${new Date(now.getTime() - 84 * 86_400_000).toISOString()}'`
    expect(await count(`enrolments where due_at between ${since} and '${now.toISOString()}'`)).toBeGreaterThan(0)
    expect(await count(`enrolments where closed_as = 'completed' and closed_at > due_at and closed_at > ${since}`)).toBeGreaterThan(0)
  })

  it('has something for its learner to go on with', async () => {
    const [learner] = await all(`select e.units_done, e.due_at > '${now.toISOString()}' as is_ahead, e.closed_at,
      (select count(*)::int from lesson_places l where l.enrolment_id = e.id) as places
      from enrolments e join people p on p.id = e.person_id where p.email = '${addressOf('learner')}' and e.course_id = '${courseUnderWay}'`)
    expect(learner).toMatchObject({ units_done: 2, is_ahead: true, closed_at: null, places: 3 })
  })

  it('has nobody learn before they came, after they left, or tomorrow', async () => {
    const when = `from enrolments e join people p on p.id = e.person_id where e.started_at`
    expect(await all(`select 1 ${when} < p.created_at`)).toEqual([])
    expect(await all(`select 1 ${when} > p.deactivated_at`)).toEqual([])
    for (const [table, column] of [
      ['responses', 'responded_at'],
      ['completions', 'completed_at'],
      ['audit_events', 'at'],
      ['people', 'created_at'],
    ])
      expect(await all(`select 1 from ${table} where ${column} > '${now.toISOString()}'`)).toEqual([])
  })

  it('is the same again for the same seed, a week later by a week, but for ids and the questions drawn', async () => {
    const later = await testDatabase()
    await loadDemo(later.db, { ...wish, now: new Date(now.getTime() + 7 * 86_400_000) })
    const first = await wholePast(db)
    for (const part of Object.values(first)) expect(part.length).toBeGreaterThan(0)
    const aWeekLater = JSON.stringify(first).replaceAll(/\d{4}-\d\d-\d\d/g, (day) => addDays(day, 7))
    expect(JSON.parse(JSON.stringify(await wholePast(later.db)))).toEqual(JSON.parse(aWeekLater))
  }, 120_000)
})

describe('people grown in bulk', () => {
  it('have the very past of their models, whom the verbs have made', async () => {
    const models = await all(`select employee_number as number from people p where employee_number is not null
      and not exists (select 1 from tokens t where t.person_id = p.id) order by employee_number offset ${cast.length}`)
    const newcomers = demoPeople(7, size + models.length).slice(size - 1)
    await growDemo(db, newcomers, cast.length)
    const numbers = (people: readonly { number?: unknown; employeeNumber?: string }[]) =>
      people.map(({ number, employeeNumber }) => `'${number ?? employeeNumber}'`).join()
    const withoutNumber = ({ number: _, ...rest }: Record<string, unknown>) => rest
    const theirs = (await pasts(`employee_number in (${numbers(newcomers)})`)).map(withoutNumber)
    expect(theirs).toHaveLength(models.length)
    expect(theirs).toEqual((await pasts(`employee_number in (${numbers(models)})`)).map(withoutNumber))
  })

  it('have names, addresses and codes of their own', async () => {
    for (const column of ['email', 'employee_number'])
      expect(await all(`select ${column} from people where ${column} is not null group by 1 having count(*) > 1`)).toEqual([])
    expect(await count('people where email is null and employee_number is null')).toBe(0)
    expect(await all(`select 1 from completions where length(certificate_code) <> 22`)).toEqual([])
  })

  it('have events whose details prove themselves', async () => {
    const rows = await all('select e.details_hash as hash, d.salt, d.details from audit_events e join audit_details d on d.event_id = e.id')
    expect(rows.length).toBeGreaterThan(500)
    for (const { hash, salt, details } of rows) expect(hashDetails(String(salt), details as Record<string, unknown>)).toBe(hash)
  })
})
