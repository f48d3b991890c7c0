import type { Lab, TimeTolerance } from '../types.ts'
import { generate } from './generate.ts'
import { tasks } from './tasks.ts'

/** A hosting provider's sign-ups, payments and support log-ins: which rentals did one party make, under how many names? */
const versionOf = (version: number, tolerance: TimeTolerance): Lab => ({
  id: 'five-names-one-hand',
  version,
  tasks,
  sums: { payments: ['months', 'amount'] },
  generate: (seed) => generate(seed, tolerance),
})

/** Counted a day from the minute of the sign-up: the day before, given as a day alone, was worth nothing. */
export const fiveNamesOneHandV1 = versionOf(1, { toleranceMinutes: 24 * 60 })
/** One day of the calendar either way. */
export const fiveNamesOneHand = versionOf(2, { toleranceDays: 1 })
