import type { Cast } from '../cast.ts'
import type { Installation } from '../installation.ts'

export interface Stage {
  installation: Installation
  cast: Cast
}

/** Something a person does, to be done many times. */
export interface Journey {
  name: string
  /** How many are done in one measurement. */
  operations: number
  /** How many go before all, until the code is compiled as it runs on a day of work; a third of the operations when left out. */
  warmUp?: number
  concurrencies: readonly number[]
  /** What to reach: CPU milliseconds over all server processes, or milliseconds by the clock, in the middle of all. */
  reach: { cpu: number } | { wall: number }
  /** Makes ready for `count` operations, numbered from 0; returns how the one with a number is done. */
  prepare: (stage: Stage, count: number) => Promise<(index: number) => Promise<unknown>>
  /** CPU milliseconds of an operation that the figure leaves aside, measured in the same run; none when left out. */
  aside?: (stage: Stage) => Promise<number>
}

export const usual = [1, 8, 16] as const

/** How many operations a journey is done for altogether: warming up, and once for each concurrency. */
export const operationsOf = (journey: Journey): number => warmUpOf(journey) + journey.operations * journey.concurrencies.length
export const warmUpOf = ({ operations, warmUp }: Journey): number => warmUp ?? Math.ceil(operations / 3)
