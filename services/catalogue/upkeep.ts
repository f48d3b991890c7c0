/** Whether both languages still say the same, and whether reviews are still of the text as it stands. */
import { stringify } from 'yaml'
import { Reviews, reviewChecklist, Translations } from '#domain/catalogue/schema'
import type { Problem } from '#domain/catalogue/source'
import type { Language } from '#domain/catalogue/types'
import { parseYaml } from './parse-yaml.ts'
import type { Files } from './read-content.ts'
import { findUnparsable, pairOf, sidesOf, unitSide } from './sides.ts'

export const translationsFile = 'content/translations.yaml'
export const reviewsFile = 'content/reviews.yaml'

const heads = {
  [translationsFile]: '# Hashes of the two sides that somebody found equal in meaning: npm run content:confirm FILE\n',
  [reviewsFile]: '# Reviews of what a unit says in one language: npm run content:review UNIT LANGUAGE\n',
}

export interface Upkeep {
  /** One side of a pair changed alone; marks that fit nothing. */
  problems: Problem[]
  /** Both sides changed, or a reviewed text did. */
  warnings: Problem[]
  /** How many pairs are confirmed, of how many. */
  confirmed: number
  pairs: number
}

export function findUpkeep(files: Files): Upkeep {
  const problems = findUnparsable(files)
  const warnings: Problem[] = []
  const sides = sidesOf(files)
  const translations = parseYaml(translationsFile, files.get(translationsFile) ?? '{}', Translations, problems)
  for (const [pair, confirmed] of Object.entries(translations?.data ?? {})) {
    const at = { file: translationsFile, line: translations?.lineOf([pair]) ?? 1 }
    const now = sides.get(pair)
    if (!now) problems.push({ ...at, reason: `no texts “${pair}”` })
    else if (now.en !== confirmed.en && now.ja !== confirmed.ja)
      warnings.push({ ...at, reason: `“${pair}” changed in both languages since they were found equal` })
    else if (now.en !== confirmed.en) problems.push({ ...at, reason: `“${pair}” changed in English alone` })
    else if (now.ja !== confirmed.ja) problems.push({ ...at, reason: `“${pair}” changed in Japanese alone` })
  }
  const reviews = parseYaml(reviewsFile, files.get(reviewsFile) ?? '[]', Reviews, problems)
  for (const [index, { unit, language, hash, on }] of (reviews?.data ?? []).entries()) {
    const at = { file: reviewsFile, line: reviews?.lineOf([index, 'unit']) ?? 1 }
    const now = unitSide(files, unit, language)
    if (now === null) problems.push({ ...at, reason: `no unit “${unit}”` })
    else if (now !== hash) warnings.push({ ...at, reason: `“${unit}” (${language}) changed since its review of ${on}` })
  }
  return { problems, warnings, confirmed: Object.keys(translations?.data ?? {}).length, pairs: sides.size }
}

/** The marks with the pair of a file confirmed as it stands. @throws when there is no such pair, or a side of it is missing. */
export function confirmPair(files: Files, file: string): string {
  const pair = pairOf(file)
  const now = sidesOf(files).get(pair)
  if (!now) throw new Error(`There are no texts in two languages in ${file}.`)
  if (now.en === '' || now.ja === '') throw new Error(`${pair} has one language only.`)
  const before = parseYaml(translationsFile, files.get(translationsFile) ?? '{}', Translations, [])?.data ?? {}
  const all = Object.entries({ ...before, [pair]: now }).sort(([a], [b]) => (a < b ? -1 : 1))
  return heads[translationsFile] + stringify(Object.fromEntries(all))
}

/** The reviews with one more, which takes the place of an earlier one of the same unit and language. @throws when there is no such unit. */
export function signReview(files: Files, review: { unit: string; language: Language; on: string; by: string }): string {
  const hash = unitSide(files, review.unit, review.language)
  if (hash === null) throw new Error(`There is no unit “${review.unit}”.`)
  const { unit, language, on, by } = review
  const before = parseYaml(reviewsFile, files.get(reviewsFile) ?? '[]', Reviews, [])?.data ?? []
  const others = before.filter((one) => one.unit !== unit || one.language !== language)
  const all = [...others, { unit, language, hash, on, by, checklist: [...reviewChecklist] }]
  return heads[reviewsFile] + stringify(all.sort((a, b) => `${a.unit} ${a.language}`.localeCompare(`${b.unit} ${b.language}`)))
}
