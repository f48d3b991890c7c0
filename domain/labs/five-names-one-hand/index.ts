import type { Lab } from '../types.ts'
import { generate } from './generate.ts'
import { tasks } from './tasks.ts'

/** A hosting provider's sign-ups, payments and support log-ins: which rentals did one party make, under how many names? */
export const fiveNamesOneHand: Lab = { id: 'five-names-one-hand', version: 1, tasks, generate }
