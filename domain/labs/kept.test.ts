import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { dayAfter } from './calendar.ts'
import { labs } from './registry.ts'
import { scoreLab } from './score.ts'
import { rightResponses } from './solve.ts'
import type { Lab, LabResponses, TaskResponse, Truth } from './types.ts'

/**
 * What the same responses to the same seed have always scored: with each task left out in turn, in the order of the lab; then by a careless
 * hand. A version that scored otherwise would tell its attempts anew. Each version of a lab has its line here.
 */
const scores: Readonly<Record<string, readonly number[]>> = {
  'five-names-one-hand 1': [0.94, 0.82, 0.88, 0.94, 0.94, 0.88, 0.717063],
  'five-names-one-hand 2': [0.94, 0.82, 0.88, 0.94, 0.94, 0.88, 0.777063],
  'monday-nine-oh-two 1': [0.8, 0.8, 0.95, 0.9, 0.95, 0.688268],
  'monday-nine-oh-two 2': [0.8, 0.8, 0.95, 0.9, 0.95, 0.688268],
  'monday-nine-oh-two 3': [0.8, 0.8, 0.95, 0.9, 0.95, 0.688268],
  'one-account-two-places 1': [0.775, 0.925, 0.925, 0.925, 0.85, 0.712632],
  'the-audit-budget 1': [0.890909, 0.781818, 0.890909, 0.945455, 0.890909, 0.563117],
  'the-audit-budget 2': [1, 0.4, 1, 1, 1, 0.226154],
  'the-audit-budget 3': [1, 0.4, 1, 1, 1, 0.208571],
  'the-audit-budget 4': [1, 0.4, 1, 1, 1, 0.208571],
  'the-log-that-stopped 1': [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.703295],
  'the-log-that-stopped 2': [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.703295],
  'the-quiet-account 1': [0.861538, 0.907692, 0.907692, 0.907692, 0.953846, 0.861538, 0.696923],
  'the-quiet-account 2': [0.861538, 0.907692, 0.907692, 0.907692, 0.953846, 0.861538, 0.715599],
  'traffic-that-stays-home 1': [0.85, 0.85, 0.9, 0.9, 0.95, 0.95, 0.65],
  'traffic-that-stays-home 2': [0.85, 0.85, 0.9, 0.9, 0.95, 0.95, 0.65],
}

const seed = createHash('sha256').update('an attempt of years ago').digest('hex').slice(0, 32)
/** One that tests invent; its scores are theirs. */
const invented = 'the-borrowed-badge'

function scored({ tasks, generate }: Lab): number[] {
  const { truth } = generate(seed)
  const right = rightResponses(tasks, truth)
  const without = tasks.map(
    ({ id }): LabResponses => ({ ...right, tasks: Object.fromEntries(Object.entries(right.tasks).filter(([task]) => task !== id)) }),
  )
  return [...without, carelessly(right, truth)].map((given) => scoreLab(tasks, truth, given).score)
}

/** Every second row only, times by the day before, a row that only looked guilty, and a hint. */
function carelessly({ tasks, marks }: LabResponses, { decoys }: Truth): LabResponses {
  const half = <T>(all: readonly T[]) => all.filter((_, index) => index % 2 === 0)
  const blurred = (given: TaskResponse): TaskResponse => {
    if ('rows' in given) return { rows: half(given.rows) }
    return 'time' in given ? { time: dayAfter(given.time.slice(0, 10), -1) } : given
  }
  const given = Object.entries(tasks).map(([id, one]) => [id, { ...one, given: blurred(one.given) }] as const)
  const [looked = ''] = decoys.flatMap(({ rows }) => rows)
  return { tasks: Object.fromEntries(given), marks: [...half(marks), { row: looked, reason: '' }], hints: 1 }
}

const kept = labs.filter(({ id }) => id !== invented).map((lab) => [`${lab.id} ${lab.version}`, lab] as const)

it.each(kept)('scores an attempt at %s as it always has', (name, lab) => {
  expect(scored(lab)).toEqual(scores[name])
})

it('keeps every version that was ever pinned', () => {
  expect(kept.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(scores)))
})
