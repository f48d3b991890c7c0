/** How a lesson or question may use facts: which exist, which are kept out, which travel together, which words they need. */
import type { Fact, FactRules } from './schema.ts'
import type { ContentSource, Located, Problem } from './source.ts'
import { type Language, type Localised, languages } from './types.ts'
import { type About, compile, findNever, findWord, holdsAll, isAttributed, isUnsettled, type Sentence, sentencesOf } from './wording.ts'

export interface RuleBook {
  rules: FactRules
  find: (id: string) => Fact | undefined
  isOwnReading: (id: string) => boolean
  /** Reasons why these facts may not be used, or not alone. `index` is that of the fact at fault. */
  refuse: (ids: readonly string[]) => { index: number; reason: string }[]
}

export function readRuleBook({ facts, rules: { data: rules }, notes }: ContentSource): RuleBook {
  const byId = new Map(facts.data.map((fact) => [fact.id, fact]))
  const refuseOne = (id: string): string | null => {
    if (!byId.has(id)) return `no fact “${id}” in the ledger`
    if (rules.keptOut.includes(id)) return `“${id}” is kept out of lessons`
    if (!notes.ja.data[id]) return `“${id}” has no note in ${notes.ja.file}`
    return null
  }
  return {
    rules,
    find: (id) => byId.get(id),
    isOwnReading: (id) => byId.get(id)?.case === 'audit' || rules.ownReadings.includes(id),
    refuse: (ids) =>
      ids.flatMap((id, index) => {
        const companions = rules.together.filter((rule) => rule.uses.includes(id)).flatMap((rule) => rule.also)
        const alone = companions.filter((other) => !ids.includes(other)).map((other) => `“${id}” travels together with “${other}”`)
        return [refuseOne(id), ...alone].filter((reason) => reason !== null).map((reason) => ({ index, reason }))
      }),
  }
}

/** The words that a text about these facts must hold and does not. */
export function findMissingWords(
  { rules }: RuleBook,
  language: Language,
  ids: readonly string[],
  text: string,
): { fact: string; words: string }[] {
  return ids.flatMap((fact) =>
    rules.together
      .filter((rule) => rule.uses.includes(fact) && rule.words)
      .flatMap((rule) => rule.words?.[language] ?? [])
      .filter((words) => !holdsAll([words], text))
      .map((words) => ({ fact, words })),
  )
}

/** A text that carries facts without `:by`, such as a question or a figure: each fact's kind of attribution stands somewhere in it. */
export function findUnattributed(facts: RuleBook, language: Language, ids: readonly string[], text: string): string[] {
  const sentences = sentencesOf(text)
  return ids.filter((id) => {
    const fact = facts.find(id)
    if (!fact || !isUnsettled(fact.status)) return false
    return !sentences.some((sentence) => isAttributed(fact.status, false, language, sentence.text, sentence.text))
  })
}

const statusesThatMayNameCountries = new Set(['official-allegation', 'confirmed-by-organisation', 'disputed-or-corrected'])

/**
 * What no text may say, whatever it is; a country only where one of its facts is the statement of an authority or organisation.
 * `factsIn` says which facts a sentence is about; without it only a text about a single fact is known to be about it. A sentence about none goes on
 * about kinds of claim of `otherwise`.
 */
export function findForbidden(
  facts: RuleBook,
  language: Language,
  ids: readonly string[],
  text: string,
  factsIn: (sentence: Sentence) => readonly string[] = () => (ids.length === 1 ? ids : []),
  otherwise: readonly string[] = ids,
): { reason: string; at: number }[] {
  const about = (sentence: Sentence): About => {
    const told = factsIn(sentence)
    const kinds = (told.length > 0 ? told : otherwise).flatMap((id) => facts.find(id)?.status ?? [])
    return { facts: told, statuses: kinds }
  }
  const never = findNever(facts.rules.never[language], text, about)
  if (ids.some((id) => statusesThatMayNameCountries.has(facts.find(id)?.status ?? ''))) return never
  const country = findWord(facts.rules.nationalities[language], text)
  return country
    ? [
        ...never,
        { at: country.at, reason: `“${country.word}”: a country is named only in a statement attributed to an authority or organisation` },
      ]
    : never
}

/** A word that says that a text without facts tells of the real cases. */
export function findWatchWord({ rules }: RuleBook, language: Language, text: string): { reason: string; at: number } | null {
  const found = findWord(rules.watchWords[language], text)
  return found && { at: found.at, reason: `“${found.word}”: prose about real events stands only in a record` }
}

/** What prose about no fact may not say: that it tells of the real cases, or what no text may say. */
export function findInProse(facts: RuleBook, language: Language, text: string): { reason: string; at: number }[] {
  const watched = findWatchWord(facts, language, text)
  return [...(watched ? [watched] : []), ...findForbidden(facts, language, [], text)]
}

/** Every text of a value in both languages, as a figure or a title has it, with where it stands. */
export function wordsIn(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; words: Localised }[] {
  if (typeof value !== 'object' || value === null) return []
  const { en, ja } = value as Partial<Localised>
  if (typeof en === 'string' && typeof ja === 'string') return [{ path, words: { en, ja } }]
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => wordsIn(inner, [...path, key]))
}

/** The same of everything in a value that tells of no fact: titles, names, roles, what to do on Monday. */
export function* checkPlainWords({ file, data, lineOf }: Located<unknown>, facts: RuleBook): Generator<Problem> {
  for (const { path, words } of wordsIn(data))
    for (const language of languages)
      for (const { reason } of findInProse(facts, language, words[language])) yield { file, line: lineOf([...path, language]), reason }
}

/** The first thing labels such as “Chinese hackers” break; used where the other rules do not hold, as in a wrong choice. */
export function findLabel({ rules }: RuleBook, language: Language, text: string): string | null {
  const [label] = rules.never[language]
  return label && compile(label.pattern).test(text) ? label.reason : null
}
