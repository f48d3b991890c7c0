import type { Cast } from '../cast.ts'
import type { Installation } from '../installation.ts'

export interface Stage {
  installation: Installation
  cast: Cast
}

/** Something a person does, to be done many times. */
export interface Journey {
  name: string
  /** How many are done in one measurement; a third of it goes before, to warm up. */
  operations: number
  concurrencies: readonly number[]
  /** CPU milliseconds an operation may use over all server processes. */
  reach: number
  /** Makes ready for `count` operations; returns how the one with a number is done. */
  prepare: (stage: Stage, count: number) => Promise<(index: number) => Promise<unknown>>
  /** Milliseconds in the middle of all, where the wall clock is what counts. */
  wallReach?: number
  /** CPU milliseconds of an operation that the figure leaves aside, measured in the same run; 0 when left out. */
  aside?: (stage: Stage) => Promise<number>
}

export const usual = [1, 8, 16] as const
