import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { faultsOfTexts, wordsOf } from '#testing/labs/texts'
import { type Order, orders, signals, silencesBy } from '#testing/labs/the-log-that-stopped'
import { daysFrom, minutesBetween } from '../calendar.ts'
import type { Generated, Table } from '../types.ts'
import { cellOf } from '../view.ts'
import { theLogThatStopped as lab, theLogThatStoppedV1 } from './index.ts'
import { solve } from './solver.ts'

const worlds = seeds.map((seed) => lab.generate(seed))

proveLab({ lab, solve, signals, pinned: '89600eb2ad17016cf06b7927b70f303db93413692d8a48e6f08c8138021c416d' })

proveKept(theLogThatStoppedV1, 'a39d8f5fe21ed0d18fa033bab9e573720d847b8875c50e12a11937aaa8ca9853')

describe('the five silences', () => {
  const journalOf = ({ evidence }: Generated) => evidence.tables.find(({ id }) => id === 'journal') as Table
  const isOfIncident = ({ truth }: Generated, row: string) => truth.evidence.includes(row)

  it.each(Object.keys(orders) as Order[])('are alike in their %s: that of the incident is as often any of them', (order) => {
    const placed = worlds.flatMap((world) => {
      const silences = silencesBy(order, journalOf(world))
      expect(silences).toHaveLength(5)
      return silences.map(({ id }, place) => [String(place), isOfIncident(world, id)] as const)
    })
    expect(chanceOfNames(placed)).toBeGreaterThan(0.001)
  })

  it('lie on the same days, and at the same distances from the middle', () => {
    const dayOf = (journal: Table, time: string) => daysFrom(String(journal.rows[0]?.cells[0]).slice(0, 10), time.slice(0, 10)).length
    const days = worlds.flatMap((world) => {
      const journal = journalOf(world)
      return silencesBy('place', journal).map(({ id, cells }) => [dayOf(journal, String(cells[0])), isOfIncident(world, id)] as const)
    })
    const chances = [(day: number) => day, (day: number) => Math.abs(2 * day - 13)].map((of) =>
      chanceOfNames(days.map(([day, isFound]) => [String(of(day)), isFound] as const)),
    )
    for (const chance of chances) expect(chance).toBeGreaterThan(0.001)
  })

  it('leave a working morning for machines that were off, however late they lie', () => {
    const installed = worlds.flatMap(({ evidence, truth }) => {
      const [journal, , installs] = evidence.tables as [Table, Table, Table]
      const { machines, begins } = truth.tasks
      if (machines?.kind !== 'rows' || begins?.kind !== 'time') throw new Error('no such tasks')
      const [start, found] = [String(begins.value), new Set(machines.rows)]
      const isLast = minutesBetween(start, String(journal.rows.at(-1)?.cells[0])) < 2 * 24 * 60
      return installs.rows.filter(({ id }) => found.has(id) && isLast).map(({ cells }) => minutesBetween(start, String(cells[0])))
    })
    expect(installed.filter((minutes) => minutes > 90).length / installed.length).toBeGreaterThan(0.25)
  })
})

describe('what is special about the log that stopped', () => {
  it('cannot tell the site in a part of the worlds, and names it in most', () => {
    const hidden = worlds.filter(({ truth }) => truth.tasks.site?.kind === 'value' && truth.tasks.site.value === null)
    expect(hidden.length / worlds.length).toBeGreaterThan(0.1)
    expect(hidden.length / worlds.length).toBeLessThan(0.45)
  })

  it('says of the holder’s own sessions only what holds at night too, when the move to the archive is theirs', () => {
    const hours = worlds.flatMap(({ evidence, truth }) => {
      const rows = new Set(truth.decoys.find(({ id }) => id === 'owner')?.rows)
      return (evidence.tables[1] as Table).rows.flatMap(({ id, cells }) => (rows.has(id) ? [Number(String(cells[0]).slice(11, 13))] : []))
    })
    expect(hours.some((hour) => hour < 8 || hour > 18)).toBe(true)
    const said = { en: /planned or ordinary/, ja: /予定された仕事か、ふだんの仕事/ }
    for (const language of ['en', 'ja'] as const) {
      const { debrief } = wordsOf(lab.id, language)
      expect(debrief.decoys['owner']).toMatch(said[language])
      expect(debrief.decoys['owner']).not.toMatch(/working days|ふだんどおり/)
    }
  })

  it('begins at home about as often as abroad', () => {
    const known = worlds.flatMap(({ truth }) => {
      const where = truth.steps.find(({ id }) => id === 'origin')?.values.where
      return where ? [where] : []
    })
    const abroad = known.filter((where) => where === 'abroad').length / known.length
    expect(abroad).toBeGreaterThan(0.25)
    expect(abroad).toBeLessThan(0.75)
  })

  it('has every decoy in every world', () => {
    for (const { truth } of worlds) for (const { id, rows } of truth.decoys) expect([id, rows.length > 0]).toEqual([id, true])
  })

  it('tells nothing by the names of people', () => {
    const named = worlds.flatMap(({ evidence, truth }) => {
      const installs = evidence.tables.find(({ id }) => id === 'installs')
      if (!installs || truth.tasks.machines?.kind !== 'rows') throw new Error('no installs')
      const found = new Set(truth.tasks.machines.rows)
      const people = new Map<string, boolean>()
      for (const row of installs.rows) {
        const person = String(cellOf(installs, row, 'person'))
        people.set(person, (people.get(person) ?? false) || found.has(row.id))
      }
      return [...people].flatMap(([name, isFound]) => name.split(' ').map((part) => [part, isFound] as const))
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
    const [guess, chance] = (['guess', 'chance'] as const).map(
      (of) => worlds.reduce((sum, { truth }) => sum + (truth.namesOnly?.[of] ?? 1), 0) / worlds.length,
    )
    expect(Math.abs((guess ?? 1) - (chance ?? 0))).toBeLessThan(0.03)
  })

  it('has its words in both languages', () => {
    expect(faultsOfTexts(lab, worlds)).toEqual([])
  })
})
