import { rounded } from '../attempts/score.ts'
import type { LabStream } from './stream.ts'
import type { NamesOnly } from './types.ts'

const lots = 40

/**
 * What looking at names alone would score on the rows to be found: F1 of the best rule of the form “all with this given name, this family
 * name, or this first letter”, chosen with the truth known. Chance is what the best such rule scores, on average, for as many rows drawn by lot.
 * @param names full names, one for each row. @param found which of them are to be found, by place.
 */
export function guessByNames(names: readonly string[], found: readonly number[], random: LabStream): NamesOnly {
  const rules = names.map(rulesOf)
  const sizes = new Map<string, number>()
  for (const rule of rules.flat()) sizes.set(rule, (sizes.get(rule) ?? 0) + 1)
  const bestFor = (places: readonly number[]) => {
    const hits = new Map<string, number>()
    for (const rule of places.flatMap((place) => rules[place] ?? [])) hits.set(rule, (hits.get(rule) ?? 0) + 1)
    return Math.max(0, ...[...hits].map(([rule, count]) => (2 * count) / ((sizes.get(rule) ?? 0) + places.length)))
  }
  const drawn = () => {
    const places = new Set<number>()
    while (places.size < found.length) places.add(random.int(0, names.length - 1))
    return [...places]
  }
  const sum = Array.from({ length: lots }, () => bestFor(drawn())).reduce((total, one) => total + one, 0)
  return { guess: rounded(bestFor(found)), chance: rounded(sum / lots) }
}

/**
 * What looking at names alone would score where few are to be found, so that some rule would fit them by luck: F1 of the rules “all with this
 * first letter”, of given or family name, on average, since nobody knows beforehand which to believe. Chance is what as many names drawn by
 * lot would score. @param names full names, one for each row. @param found which of them are to be found, by place.
 */
export function meanGuessByNames(names: readonly string[], found: readonly number[]): NamesOnly {
  const groups = new Map<string, { size: number; hits: number }>()
  names.forEach((name, place) => {
    for (const rule of rulesOf(name).filter((rule) => rule.endsWith('…'))) {
      const { size, hits } = groups.get(rule) ?? { size: 0, hits: 0 }
      groups.set(rule, { size: size + 1, hits: hits + (found.includes(place) ? 1 : 0) })
    }
  })
  const meanOf = (hitsOf: (group: { size: number; hits: number }) => number) =>
    rounded([...groups.values()].reduce((sum, group) => sum + (2 * hitsOf(group)) / (group.size + found.length), 0) / groups.size)
  return { guess: meanOf(({ hits }) => hits), chance: meanOf(({ size }) => (size * found.length) / names.length) }
}

/** What somebody may go by who looks at a name only. */
export function rulesOf(name: string): string[] {
  const [given = '', family = ''] = name.split(' ')
  return [`given ${given}`, `family ${family}`, `given ${given[0]}…`, `family ${family[0]}…`]
}
