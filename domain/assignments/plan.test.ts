import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar.ts'
import { changesAnything, countOutcomes, type Member, type Planned, planAssignment, type Terms } from './plan.ts'

const now = new Date('2026-11-22T00:00:00Z')
const terms: Terms = { dueOn: '2026-12-18', now, timeZone: 'Asia/Tokyo' }
const someone = (more: Partial<Member> = {}): Member => ({
  personId: 'p',
  isActive: true,
  leaves: [],
  open: null,
  done: null,
  lastCycle: 0,
  ...more,
})
const open = (dueOn: string | null) => ({ id: 'e', enrolledOn: '2026-11-01', dueOn, dueAt: dueOn === null ? null : new Date(0) })
const only = (member: Member, with_ = terms) => planAssignment([member], with_)[0]

describe('planning an assignment', () => {
  test('enrols who is not enrolled until the end of the due day in the organisation’s zone', () => {
    expect(only(someone())).toEqual({
      outcome: 'enrolled',
      personId: 'p',
      cycle: 1,
      dueOn: '2026-12-18',
      dueAt: new Date('2026-12-18T14:59:59.999Z'),
    })
  })

  test('adds the days of leave to the due date', () => {
    const planned = only(someone({ leaves: [{ startsOn: '2026-12-01', endsOn: '2026-12-03' }] }))
    expect(planned?.dueAt).toEqual(new Date('2026-12-21T14:59:59.999Z'))
  })

  test('lets an open enrolment keep its date, later or earlier', () => {
    for (const date of ['2026-11-27', '2027-03-31'])
      expect(only(someone({ open: open(date) }))).toMatchObject({ outcome: 'date_kept', dueOn: date })
  })

  test('gives its date to an open enrolment that has none', () => {
    expect(only(someone({ open: open(null) }))).toMatchObject({ outcome: 'date_set', enrolmentId: 'e', dueOn: '2026-12-18' })
    expect(only(someone({ open: open(null) }), { ...terms, dueOn: null })).toMatchObject({ outcome: 'date_kept', dueOn: null })
  })

  test('leaves out who is inactive, has completed or was waived, and says why', () => {
    expect(only(someone({ isActive: false, open: open(null) }))).toMatchObject({ outcome: 'left_out', reason: 'inactive' })
    expect(only(someone({ done: 'completed' }))).toMatchObject({ outcome: 'left_out', reason: 'completed' })
    expect(only(someone({ done: 'waived' }))).toMatchObject({ outcome: 'left_out', reason: 'waived' })
  })

  test('begins a new cycle for who was cancelled before', () => {
    expect(only(someone({ lastCycle: 2 }))).toMatchObject({ outcome: 'enrolled', cycle: 3 })
  })
})

const days = fc.integer({ min: -60, max: 400 }).map((offset) => addDays('2026-11-22', offset))
const leaves = fc.array(
  fc.tuple(days, fc.nat(60)).map(([startsOn, length]) => ({ startsOn, endsOn: addDays(startsOn, length) })),
  { maxLength: 3 },
)
const members: fc.Arbitrary<Member[]> = fc.array(
  fc.record({
    personId: fc.nat(15).map(String),
    isActive: fc.boolean(),
    leaves,
    open: fc.option(fc.option(days).map(open)),
    done: fc.constantFrom(null, null, 'completed' as const, 'waived' as const),
    lastCycle: fc.nat(5),
  }),
  { maxLength: 30 },
)
const anyTerms = fc.option(days).map((dueOn) => ({ ...terms, dueOn }))

/** The members as they are once the plan is carried out. */
function carriedOut(before: readonly Member[], plan: readonly Planned[]): Member[] {
  const planned = new Map(plan.map((each) => [each.personId, each]))
  return before.map((member) => {
    const each = planned.get(member.personId)
    if (each?.outcome === 'enrolled')
      return { ...member, open: { ...open(each.dueOn), dueAt: each.dueAt }, done: null, lastCycle: each.cycle }
    if (each?.outcome === 'date_set') return { ...member, open: { ...open(each.dueOn), dueAt: each.dueAt } }
    return member
  })
}

describe('any plan', () => {
  test('has each person meant exactly once', () => {
    fc.assert(
      fc.property(members, anyTerms, (meant, with_) => {
        const plan = planAssignment(meant, with_)
        expect(plan.map((each) => each.personId).toSorted()).toEqual([...new Set(meant.map((each) => each.personId))].toSorted())
        const counts = countOutcomes(plan)
        expect(counts.enrolled + counts.date_set + counts.date_kept + counts.left_out).toBe(plan.length)
      }),
    )
  })

  test('enrols nobody when it is carried out a second time', () => {
    fc.assert(
      fc.property(members, anyTerms, (meant, with_) => {
        const after = carriedOut([...new Map(meant.map((each) => [each.personId, each])).values()], planAssignment(meant, with_))
        expect(changesAnything(planAssignment(after, with_))).toBe(false)
      }),
    )
  })

  test('never takes time away from anybody', () => {
    fc.assert(
      fc.property(members, anyTerms, (meant, with_) => {
        const before = new Map(meant.map((each) => [each.personId, each.open]))
        for (const each of planAssignment(meant, with_)) {
          const dueOn = before.get(each.personId)?.dueOn
          if (dueOn && each.outcome !== 'left_out') expect(each.dueOn).toBe(dueOn)
        }
      }),
    )
  })
})
