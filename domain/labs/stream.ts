import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { randomOf, shuffled, wordsOf } from '../attempts/random.ts'

/** One stream of randomness of a lab; the same seed and name give the same numbers. */
export interface LabStream {
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** True in that part of all cases, in steps of 1/10,000. */
  chance: (part: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** Each item as often as its weight, a whole number. */
  weighted: <T>(items: readonly (readonly [T, number])[]) => T
  /** `count` different items. */
  sample: <T>(items: readonly T[], count: number) => T[]
  shuffle: <T>(items: readonly T[]) => T[]
  /** Roughly bell-shaped around `middle` (the mean of four draws), whole, from `middle - spread` to `middle + spread`. */
  around: (middle: number, spread: number) => number
}

/**
 * A stream of its own for each kind of entity, so that a change to one leaves the others as they were.
 * @param seed 128 bits as 32 hexadecimal digits. @throws for anything else.
 */
export function labStream(seed: string, name: string): LabStream {
  const random = randomOf(mixed(seed, name))
  const int = (low: number, high: number) => uniformInt(random, low, high)
  const sumOf = (count: number, spread: number) =>
    Array.from({ length: count }, () => int(-spread, spread)).reduce((sum, one) => sum + one, 0)
  return {
    int,
    chance: (part) => int(0, 9_999) < part * 10_000,
    pick: (items) => items[int(0, items.length - 1)] as never,
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0)
      return itemAt(items, int(1, total)) as never
    },
    sample: (items, count) => shuffled(items, random).slice(0, count),
    shuffle: (items) => shuffled(items, random),
    around: (middle, spread) => middle + Math.round(sumOf(4, spread) / 4),
  }
}

/** The item at a place among as many places as all weigh together, counted from 1. */
function itemAt<T>(items: readonly (readonly [T, number])[], place: number): T | undefined {
  let reached = 0
  for (const [item, weight] of items) {
    reached += weight
    if (place <= reached) return item
  }
  return undefined
}

/** Each 32 bits of the seed, mixed with a hash of their own of the name (FNV-1a, then the finaliser of MurmurHash3). */
const mixed = (seed: string, name: string): number[] => wordsOf(seed).map((word, index) => finished(word ^ hash(`${8 * index} ${name}`)))

function hash(text: string): number {
  let sum = 0x811c9dc5 | 0
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return sum
}

function finished(word: number): number {
  let bits = word
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
