import { describe, expect, it } from 'vitest'
import { signals } from '#testing/labs/monday-nine-oh-two'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { faultsOfTexts, wordsOf } from '#testing/labs/texts'
import { dayAfter, isWorkingDay } from '../calendar.ts'
import { emptyCaseFile } from '../case-file.ts'
import { fits } from '../offer.ts'
import { scoreLab, scoreTask } from '../score.ts'
import { rightResponses } from '../solve.ts'
import { summaryOf } from '../summary.ts'
import type { Generated, LabResponses, Table, TaskResponse } from '../types.ts'
import { cellOf } from '../view.ts'
import { linksOf } from '../workbench.ts'
import { mondayNineOhTwo as lab, mondayNineOhTwoV1, mondayNineOhTwoV2, noneShared } from './index.ts'
import { messages } from './messages.ts'
import { solve } from './solver.ts'

const worlds = seeds.map((seed) => lab.generate(seed))

proveLab({ lab, solve, signals, pinned: '14f567543c517bd446e19e0035505644276a2e63f5035264f1fcbc48d49d19d8' })

proveKept(mondayNineOhTwoV2, '85516fe7fdd86d716ae001e8912e15a6a31e5c836a57e5842ad283af61b1ee61')
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
    for (const seed of seeds) {
      const world = mondayNineOhTwoV1.generate(seed)
      const second = mondayNineOhTwoV2.generate(seed)
      expect(world.evidence).toEqual(second.evidence)
      expect(worthOf(world, unknowable)).toBe(collectorIn(second) === noneShared ? 1 : 0)
    }
  })
})

describe('a message to be reported that is dealt with as usual', () => {
  const decoysOf = ({ truth }: Generated) => new Set(truth.decoys.flatMap(({ rows }) => rows))
  /** All right, but for one message that is dealt with as usual, and whose sender is not looked up. */
  const withSlip = ({ tasks }: typeof lab, { evidence, truth }: Generated, row: string): LabResponses => {
    const right = rightResponses(tasks, truth)
    const moved = (['report', 'check', 'answer'] as const).map((task) => {
      const rows = rowsOf({ evidence, truth }, task).filter((one) => one !== row)
      return [task, { given: { rows: task === 'answer' ? [...rows, row] : rows }, certainty: 'certain' as const }] as const
    })
    const [inbox, book] = evidence.tables as [Table, Table]
    const name = inbox.rows.find(({ id }) => id === row)?.cells[1]
    const entry = book.rows.find(({ cells }) => cells[0] === name)?.id
    return {
      ...right,
      marks: right.marks.filter((mark) => mark.row !== row && mark.row !== entry),
      tasks: { ...right.tasks, ...Object.fromEntries(moved) },
    }
  }
  const worths = (version: typeof lab, world: Generated, sort: 'report' | 'check') =>
    rowsOf(world, sort).map((row) => {
      const given = withSlip(version, world, row)
      const alone = scoreTask(world.truth.tasks['answer'], given.tasks['answer']?.given, decoysOf(world))
      return { alone, all: scoreLab(version.tasks, world.truth, given).score }
    })

  it('costs at least as much as one to be checked, in this task and in all', () => {
    for (const world of worlds) {
      const [dangerous, doubtful] = [worths(lab, world, 'report'), worths(lab, world, 'check')]
      for (const one of ['alone', 'all'] as const)
        expect(Math.max(...dangerous.map((worth) => worth[one]))).toBeLessThanOrEqual(Math.min(...doubtful.map((worth) => worth[one])))
    }
  })

  it('cost less in version 2, and still does for its attempts', () => {
    const world = mondayNineOhTwoV2.generate(seeds[0] ?? '')
    const [dangerous, doubtful] = (['report', 'check'] as const).map((sort) => worths(mondayNineOhTwoV2, world, sort)[0]?.alone ?? 0)
    expect(dangerous).toBeGreaterThan(doubtful ?? 0)
  })

  it('is told to whoever reads of a group as one to be reported, not as what only looked guilty', () => {
    for (const world of worlds) {
      const { tasks } = withSlip(lab, world, rowsOf(world, 'report')[0] ?? '')
      const file = { ...emptyCaseFile(world.evidence.tables), tasks }
      expect(summaryOf(lab, world, file).tasks['answer']?.wrong).toEqual({ kind: 'task', of: 'report' })
    }
  })
})

describe('the address book', () => {
  it('links no two people by the year since which they are known', () => {
    for (const { evidence } of worlds) {
      const tables = evidence.tables.map(({ id, columns, rows }) => ({
        ...{ id, title: id, about: '' },
        columns: columns.map((column) => ({ ...column, title: column.id })),
        rows: rows.map(({ cells }) => cells),
      }))
      const links = linksOf(evidence.tables[1]?.rows.map(({ id }) => id) ?? [], tables as never)
      expect(links.filter(({ value }) => /^\d+$/.test(value))).toEqual([])
    }
  })
})

describe('what the messages say of days', () => {
  it.each(['en', 'ja'] as const)('fits whichever Monday it is: no season, no month and no day of one is named in %s', (language) => {
    const { values } = wordsOf(lab.id, language)
    const named = { en: /\bspri|summer|autumn|winter|\d(st|nd|rd|th)\b/i, ja: /[春夏秋冬]|\d+[日月](?!間)/ }[language]
    expect(messages.filter(({ code }) => named.test(values[code] ?? '')).map(({ code }) => code)).toEqual([])
  })

  it('is of working days: all of its week, and the Thursday and the Friday before', () => {
    for (const world of worlds) {
      const monday = String(inboxOf(world).rows.at(-1)?.cells[0]).slice(0, 10)
      const closed = [-4, -3, 0, 1, 2, 3, 4].map((days) => dayAfter(monday, days)).filter((day) => !isWorkingDay(day))
      expect(closed).toEqual([])
    }
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
