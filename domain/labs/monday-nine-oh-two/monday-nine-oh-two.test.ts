import { describe, expect, it } from 'vitest'
import { signals } from '#testing/labs/monday-nine-oh-two'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { faultsOfTexts } from '#testing/labs/texts'
import { fits } from '../offer.ts'
import { scoreTask } from '../score.ts'
import type { Generated, TaskResponse } from '../types.ts'
import { cellOf } from '../view.ts'
import { mondayNineOhTwo as lab, mondayNineOhTwoV1, noneShared } from './index.ts'
import { messages } from './messages.ts'
import { solve } from './solver.ts'

const worlds = seeds.map((seed) => lab.generate(seed))

proveLab({ lab, solve, signals, pinned: '85516fe7fdd86d716ae001e8912e15a6a31e5c836a57e5842ad283af61b1ee61' })

proveKept(mondayNineOhTwoV1, '85516fe7fdd86d716ae001e8912e15a6a31e5c836a57e5842ad283af61b1ee61')

describe('where no address is shared', () => {
  const none: TaskResponse = { value: noneShared }
  const unknowable: TaskResponse = { isUnknowable: true }
  const collectorIn = ({ truth }: Generated) => (truth.tasks['collector'] as { value: string | null }).value
  const worthOf = ({ truth }: Generated, given: TaskResponse) => scoreTask(truth.tasks['collector'], given, new Set())
  const offers = ({ tasks }: typeof lab, given: TaskResponse, { evidence }: Generated) =>
    fits(tasks.find(({ id }) => id === 'collector') as never, given, evidence.tables)

  it('it is right to say that there is none, and wrong where one is', () => {
    const pairs = worlds.map((world) => [collectorIn(world) === noneShared, worthOf(world, none)])
    expect(pairs.filter(([isNone, worth]) => worth !== (isNone ? 1 : 0))).toEqual([])
    expect(worlds.filter((world) => worthOf(world, unknowable) > 0)).toEqual([])
  })

  it('‘there is none’ is offered in place of ‘cannot be known’', () => {
    const [world] = worlds as [Generated]
    expect([none, unknowable].map((given) => offers(lab, given, world))).toEqual([true, false])
    expect([none, unknowable].map((given) => offers(mondayNineOhTwoV1, given, world))).toEqual([false, true])
  })

  it('version 1 took ‘cannot be known’, and still does for its attempts', () => {
    seeds.forEach((seed, index) => {
      const world = mondayNineOhTwoV1.generate(seed)
      expect(world.evidence).toEqual(worlds[index]?.evidence)
      expect(worthOf(world, unknowable)).toBe(collectorIn(worlds[index] as Generated) === noneShared ? 1 : 0)
    })
  })
})

const inboxOf = ({ evidence }: Generated) => {
  const inbox = evidence.tables.find(({ id }) => id === 'inbox')
  if (!inbox) throw new Error('no inbox')
  return inbox
}
const rowsOf = ({ truth }: Generated, task: string): readonly string[] => {
  const one = truth.tasks[task]
  if (one?.kind !== 'rows') throw new Error(`${task} has no rows`)
  return one.rows
}

describe('what is special about Monday, 9:02', () => {
  it('sorts each of fourteen messages in exactly one way', () => {
    for (const world of worlds) {
      const sorted = ['report', 'check', 'answer'].flatMap((task) => rowsOf(world, task))
      expect([...sorted].sort()).toEqual(
        inboxOf(world)
          .rows.map(({ id }) => id)
          .sort(),
      )
      expect(sorted).toHaveLength(14)
    }
  })

  it('shows every message sooner or later, and every costly one as true and as false', () => {
    const seen = new Map<string, Set<string>>()
    for (const world of worlds) {
      const inbox = inboxOf(world)
      for (const task of ['report', 'check', 'answer'])
        for (const row of inbox.rows.filter(({ id }) => rowsOf(world, task).includes(id))) {
          const code = String(cellOf(inbox, row, 'text'))
          seen.set(code, (seen.get(code) ?? new Set()).add(task))
        }
    }
    expect([...seen.keys()].sort()).toEqual(messages.map(({ code }) => code).sort())
    const costly = messages.filter(({ asks }) => !['date', 'read', 'question'].includes(asks))
    for (const { code } of costly) expect([code, seen.get(code)?.has('report'), seen.get(code)?.has('answer')]).toEqual([code, true, true])
  })

  it('holds an urgent but real request and a clumsy but real newsletter in every world', () => {
    for (const { truth } of worlds)
      expect(truth.decoys.map(({ id }) => id)).toEqual(expect.arrayContaining(['urgent-but-real', 'newsletter', 'one-thing-odd']))
  })

  it('shares an address for replies in a part of the worlds only', () => {
    const alone = worlds.filter(({ truth }) => truth.tasks.collector?.kind === 'value' && truth.tasks.collector.value === noneShared)
    expect(alone.length / worlds.length).toBeGreaterThan(0.15)
    expect(alone.length / worlds.length).toBeLessThan(0.6)
  })

  it('tells nothing by names', () => {
    const named = worlds.flatMap((world) => {
      const inbox = inboxOf(world)
      return inbox.rows.flatMap((row) => {
        const parts = String(cellOf(inbox, row, 'name')).split(' ')
        return parts.map((part) => [part, rowsOf(world, 'report').includes(row.id)] as const)
      })
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
    const mean = (of: 'guess' | 'chance') => worlds.reduce((sum, { truth }) => sum + (truth.namesOnly?.[of] ?? 1), 0) / worlds.length
    expect(Math.abs(mean('guess') - mean('chance'))).toBeLessThan(0.05)
  })

  it('has its words in both languages', () => {
    expect(faultsOfTexts(lab, worlds)).toEqual([])
  })
})
