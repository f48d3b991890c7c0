import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/**
 * A generator that repeats itself for the same seed.
 * @param seed 128 bits as 32 hexadecimal digits.
 */
export const seededRandom = (seed: string): RandomGenerator => randomOf(wordsOf(seed))

/** A generator in a state of four whole numbers of 32 bits. A state of zeros would stay zero for ever. */
export const randomOf = (words: readonly number[]): RandomGenerator =>
  xoroshiro128plusFromState(words.some((word) => word !== 0) ? words : [1, 0, 0, 0])

/** The four words of a seed. @throws for anything but 32 hexadecimal digits. */
export function wordsOf(seed: string): number[] {
  if (!/^[0-9a-f]{32}$/.test(seed)) throw new Error('a seed is 32 hexadecimal digits')
  return [0, 8, 16, 24].map((start) => Number.parseInt(seed.slice(start, start + 8), 16) | 0)
}

/** The same items in a random order (Fisher and Yates); the given array stays as it is. */
export function shuffled<T>(items: readonly T[], random: RandomGenerator): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last)
    ;[result[last], result[other]] = [result[other] as T, result[last] as T]
  }
  return result
}

/** A number in [0, 1), in steps of 2^-31. */
export const fraction = (random: RandomGenerator): number => uniformInt(random, 0, 2 ** 31 - 1) / 2 ** 31
