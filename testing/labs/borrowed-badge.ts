import { timeOn } from '#domain/labs/calendar'
import { labs } from '#domain/labs/registry'
import { keyOfRule } from '#domain/labs/score'
import { type LabStream, labStream } from '#domain/labs/stream'
import type { Generated, Lab, Row, TaskSpec, Truth } from '#domain/labs/types'

/** A small invented lab with a task of every kind: somebody uses a badge at night. For tests that are about labs, not about this one. */

const doors = ['main', 'stores', 'tool-room'] as const
const settings = { hour: [20, 22, 23], times: [1, 2, 3] } as const

const tasks: readonly TaskSpec[] = [
  { id: 'which-badge', kind: 'value', weight: 2, from: { table: 'people', column: 'badge' } },
  { id: 'readings', kind: 'rows', weight: 2, table: 'readings' },
  { id: 'how-many', kind: 'number', weight: 1, unit: 'readings' },
  { id: 'first-time', kind: 'time', weight: 1 },
  { id: 'who-held-it', kind: 'value', weight: 1, from: { values: ['guard', 'visitor', 'owner'] }, isUnknowableOffered: true },
  { id: 'what-first', kind: 'order', weight: 1, events: ['used', 'noticed', 'blocked'] },
  { id: 'what-now', kind: 'choice', weight: 1, choices: ['block', 'ask', 'wait'] },
  { id: 'alarm', kind: 'rule', weight: 1, settings },
]

const days = ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07']
const names = ['Hana Ishida', 'Tomas Berg', 'Priya Nair', 'Kenji Okuda', 'Lucia Ferri', 'Sora Matsuda', 'Omar Haddad', 'Mei Tanabe']
const badgeOf = (index: number) => `B-${101 + index}`

function generate(seed: string): Generated {
  const world = labStream(seed, 'world')
  const holders = world.shuffle(names)
  const [borrowed, guard] = labStream(seed, 'incident').sample(
    holders.map((_, index) => badgeOf(index)),
    2,
  ) as [string, string]
  const nights = labStream(seed, 'nights').sample(days, 3)
  const found = nights.map((day) => ({ cells: [borrowed, 'tool-room', timeOn(day, 23 * 60 + world.int(0, 50)), 'opened'] }))
  const rounds = days.map((day) => ({ cells: [guard, 'main', timeOn(day, 23 * 60 + world.int(0, 50)), 'opened'] }))
  const readings = [...byDay(world, holders.length), ...found, ...rounds].sort((a, b) => (String(a.cells[2]) < String(b.cells[2]) ? -1 : 1))
  const rows = readings.map(({ cells }, index): Row => ({ id: `readings-${index + 1}`, cells }))
  const idsOf = (wanted: readonly object[]) => rows.filter((_, index) => wanted.includes(readings[index] as object)).map(({ id }) => id)
  const people = holders.map((name, index): Row => ({ id: `people-${index + 1}`, cells: [badgeOf(index), name] }))
  return {
    evidence: {
      tables: [
        {
          id: 'readings',
          columns: [
            { id: 'badge', kind: 'text' },
            { id: 'door', kind: 'word' },
            { id: 'at', kind: 'time' },
            { id: 'result', kind: 'word' },
          ],
          rows,
        },
        {
          id: 'people',
          columns: [
            { id: 'badge', kind: 'text' },
            { id: 'name', kind: 'text' },
          ],
          rows: people,
        },
      ],
    },
    truth: truthOf(borrowed, idsOf(found), idsOf(rounds), found.map(({ cells }) => String(cells[2])).sort()[0] ?? ''),
  }
}

function byDay(world: LabStream, people: number): { cells: Row['cells'] }[] {
  return days.flatMap((day) =>
    Array.from({ length: people * 3 }, (_, index) => ({
      cells: [
        badgeOf(index % people),
        world.pick(doors),
        timeOn(day, world.int(8 * 60, 18 * 60)),
        world.chance(0.1) ? 'refused' : 'opened',
      ],
    })),
  )
}

function truthOf(badge: string, evidence: string[], rounds: string[], first: string): Truth {
  const rules = settings.hour.flatMap((hour) => settings.times.map((times) => ({ hour, times })))
  return {
    tasks: {
      'which-badge': { kind: 'value', value: badge },
      readings: { kind: 'rows', rows: evidence },
      'how-many': { kind: 'number', value: evidence.length, tolerance: 0 },
      'first-time': { kind: 'time', value: first, toleranceMinutes: 30 },
      'who-held-it': { kind: 'value', value: null },
      'what-first': { kind: 'order', order: ['used', 'noticed', 'blocked'] },
      'what-now': { kind: 'choice', worth: { block: 1, ask: 0.5, wait: 0 } },
      alarm: { kind: 'rule', worth: Object.fromEntries(rules.map((rule) => [keyOfRule(rule), rule.hour === 22 ? 1 : 0])) },
    },
    evidence,
    decoys: [{ id: 'night-guard', rows: rounds, values: { rounds: rounds.length } }],
    steps: [
      { id: 'nights', view: { table: 'readings', where: [{ column: 'at', has: 'T23' }] }, values: { nights: evidence.length } },
      { id: 'one-badge', view: { table: 'readings', where: [{ column: 'badge', is: badge }], group: 'door' }, values: { badge } },
    ],
    namesOnly: { guess: 0.1, chance: 0.1 },
  }
}

export const borrowedBadge: Lab = { id: 'the-borrowed-badge', version: 1, tasks, generate }
labs.push(borrowedBadge)
