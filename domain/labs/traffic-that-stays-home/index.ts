import type { Lab } from '../types.ts'
import { generate } from './generate.ts'
import { type Starting, startingByPlace, startingByTime } from './incident.ts'

/** A week of proxy records: the destination at home that is called like clockwork, and why a filter by country had nothing to say. */
const versionOf = (version: number, startingAmong: (times: readonly number[]) => Starting): Lab => ({
  id: 'traffic-that-stays-home',
  version,
  tasks: [
    { id: 'destination', kind: 'value', weight: 3, from: { table: 'register', column: 'destination' } },
    { id: 'first-calls', kind: 'rows', weight: 3, table: 'records' },
    { id: 'first-machine', kind: 'value', weight: 2, from: { table: 'machines', column: 'machine' }, isUnknowableOffered: true },
    { id: 'since-when', kind: 'time', weight: 2, isUnknowableOffered: true },
    { id: 'filter', kind: 'choice', weight: 1, choices: ['was-known', 'stands-inside', 'too-small', 'was-off'] },
    { id: 'now', kind: 'choice', weight: 1, choices: ['block-provider', 'follow', 'leave', 'reinstall'] },
  ],
  sums: { records: ['sent', 'received'] },
  namesBy: 'mean',
  generate: (seed) => generate(seed, startingAmong),
})

/** Had the first calls at hours drawn by the clock, never at the weekend: their place among the records told much. */
export const trafficThatStaysHomeV1 = versionOf(1, () => startingByTime)
export const trafficThatStaysHome = versionOf(2, startingByPlace)
