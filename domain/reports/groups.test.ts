import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerOf } from './answer.ts'
import { addCounts, assignedIn, type Counts, doneIn, expectedIn, noCounts } from './counts.ts'
import { type GroupNode, groupInView, type HomeGroupCounts, inTreeOrder, rollUp, topsOf } from './groups.ts'

const node = (id: string, ...above: string[]): GroupNode => ({ id, name: id, path: [...above, id] })
const root = node('root')
const works = node('works', 'root')
const press = node('press', 'root', 'works')
const office = node('office', 'root')
const tree = [root, works, press, office]
const home = (groupId: string, counts: Partial<Counts>, overdueBefore = 0): HomeGroupCounts => ({
  groupId,
  counts: { ...noCounts, ...counts },
  overdueBefore,
})

test('lists each group before those beneath it, siblings by name', () => {
  expect(inTreeOrder([press, works, office, root]).map(({ group, depth }) => [group.name, depth])).toEqual([
    ['root', 0],
    ['office', 1],
    ['works', 1],
    ['press', 2],
  ])
  expect(inTreeOrder([press, office]).map(({ depth }) => depth)).toEqual([0, 0])
})

describe('rolling up', () => {
  test('a row holds its whole branch; who sits in the group in view itself has a row of their own', () => {
    const rows = rollUp(tree, [home('press', { overdue: 2 }), home('works', { completed: 1 }), home('root', { completed: 3 })], root)
    expect(rows.map((row) => [row.groupId, row.isDirect, assignedIn(row.counts)])).toEqual([
      ['works', false, 3],
      ['root', true, 3],
    ])
  })
  test('under a chosen group its own groups stand', () => {
    const rows = rollUp(tree, [home('press', { overdue: 2 }), home('works', { completed: 1 }), home('office', { left: 9 })], works)
    expect(rows.map((row) => row.groupId)).toEqual(['press', 'works'])
  })
  test('whoever sees several branches sees each of them as a row', () => {
    const seen = [works, press, office]
    expect(topsOf(seen)).toEqual([works, office])
    expect(groupInView(seen, null)).toBeNull()
    expect(rollUp(seen, [home('press', { overdue: 1 }), home('office', { overdue: 3 })], null).map((row) => row.groupId)).toEqual([
      'office',
      'works',
    ])
  })
  test('whoever sees one branch is shown what is inside it', () => expect(groupInView([works, press], null)).toBe(works))
  test('a group out of sight is nobody’s view', () => expect(groupInView([works], 'office')).toBeNull())

  test('sorts by overdue, then by what got worse, then by what is open', () => {
    const rows = rollUp(
      [root, node('a', 'root'), node('b', 'root'), node('c', 'root'), node('d', 'root')],
      [home('a', { due_later: 1 }), home('b', { overdue: 2 }, 2), home('c', { overdue: 2 }, 1), home('d', { due_later: 5 })],
      root,
    )
    expect(rows.map((row) => row.groupId)).toEqual(['c', 'b', 'd', 'a'])
  })

  const counts = fc.record<Counts>({
    completed: fc.nat(50),
    waived: fc.nat(5),
    left: fc.nat(5),
    paused: fc.nat(5),
    overdue: fc.nat(20),
    due_later: fc.integer({ min: 10, max: 30 }),
    started: fc.nat(10),
  })
  test('nobody is lost and nobody is counted twice', () => {
    const homes = fc.array(fc.tuple(fc.constantFrom(...tree), counts), { maxLength: 12 })
    fc.assert(
      fc.property(homes, fc.constantFrom(root, null), (made, inView) => {
        const rows = rollUp(
          tree,
          made.map(([group, own]) => home(group.id, own)),
          inView,
        )
        const total = made.reduce((sum, [, own]) => addCounts(sum, own), noCounts)
        expect(rows.reduce((sum, row) => addCounts(sum, row.counts), noCounts)).toEqual(total)
        expect(assignedIn(total)).toBe(doneIn(total) + total.left + total.paused + total.overdue + total.due_later)
        expect(expectedIn(total)).toBe(assignedIn(total) - total.left)
      }),
    )
  })
})

describe('the answer', () => {
  const rowsOf = (...homes: HomeGroupCounts[]) => rollUp(tree, homes, root)
  const totalOf = (rows: ReturnType<typeof rowsOf>) => rows.reduce((sum, row) => addCounts(sum, row.counts), noCounts)
  const answer = (...homes: HomeGroupCounts[]) => answerOf(totalOf(rowsOf(...homes)), rowsOf(...homes))

  test('counts waived as done and does not wait for who left', () => {
    expect(answer(home('works', { completed: 4, waived: 1, left: 2, due_later: 3 }))).toMatchObject({
      done: 5,
      expected: 8,
      overdue: 0,
      worst: null,
    })
  })
  test('names the group with most overdue, and whether all of them are there', () => {
    expect(answer(home('works', { overdue: 19 }), home('office', { overdue: 12 })).worst).toMatchObject({
      name: 'works',
      overdue: 19,
      hasAll: false,
    })
    expect(answer(home('works', { overdue: 3 }), home('office', { completed: 1 })).worst).toMatchObject({ name: 'works', hasAll: true })
  })
  test('says that a group is the only one getting worse only when it is', () => {
    expect(answer(home('works', { overdue: 5 }, 3), home('office', { overdue: 2 }, 2)).isOnlyWorsening).toBe(true)
    expect(answer(home('works', { overdue: 5 }, 3), home('office', { overdue: 2 }, 1)).isOnlyWorsening).toBe(false)
    expect(answer(home('works', { overdue: 5 }, 5), home('office', { overdue: 2 }, 1)).isOnlyWorsening).toBe(false)
  })
  test('names no group where there is one only', () => expect(answer(home('works', { overdue: 5 })).worst).toBeNull())
})
