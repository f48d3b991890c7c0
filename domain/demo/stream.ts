import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** One stream of randomness; the same seed and name give the same numbers. */
export interface Stream {
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** True in that part of all cases. */
  chance: (part: number) => boolean
  pick: <T>(items: readonly T[]) => T
}

/** A stream of its own for each kind of thing, so that a change to one leaves the others as they were. */
export function streamOf(seed: number, name: string): Stream {
  const start = [...name].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0, seed)
  const random = xoroshiro128plus(start)
  const int = (low: number, high: number) => uniformInt(random, low, high)
  return { int, chance: (part) => int(0, 9_999) < part * 10_000, pick: (items) => items[int(0, items.length - 1)] as never }
}
