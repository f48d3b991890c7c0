import { checkFigure } from './check-figures.ts'
import { missing, repeated } from './repeated.ts'
import { findForbidden, findMissingWords, type RuleBook } from './rule-book.ts'
import { dossierSections } from './schema.ts'
import type { ContentSource, DossierSource, Located, Problem } from './source.ts'
import { type Language, type Localised, languages } from './types.ts'
import { isAttributed, isToldAsClaim, isUnsettled, sentencesOf } from './wording.ts'

const sentencesPerFact = 3

/** A dossier: each fact stands once, is told in both languages by the rules, and is linked only where the ledger has the address. */
export function* checkDossier(source: DossierSource, facts: RuleBook): Generator<Problem> {
  const { file, data, lineOf } = source.dossier
  const problem = (path: (string | number)[], reason: string): Problem => ({ file, line: lineOf(path), reason })
  if (data.id !== source.id) yield problem(['id'], `the id is the folder's: “${source.id}”`)
  yield* checkSections(source, facts)
  const told = data.sections.flatMap((section) => section.facts)
  yield* checkFigure(source.dossier, ['timeline'], data.timeline, facts)
  for (const id of missing(data.timeline.facts, told)) yield problem(['timeline', 'facts'], `“${id}” stands in no section`)
  for (const [index, { fact, url }] of data.links.entries()) {
    if (!told.includes(fact)) yield problem(['links', index, 'fact'], `“${fact}” stands in no section`)
    if (!facts.find(fact)?.sources.some((one) => one.url === url))
      yield problem(['links', index, 'url'], `the ledger gives no such source for “${fact}”`)
    if (!isOfficial(url, facts.rules.officialHosts))
      yield problem(['links', index, 'url'], 'a link leads to an official page only: see officialHosts in rules.yaml')
  }
  for (const { path, words } of wordsOf(source))
    for (const language of languages)
      for (const { reason } of findForbidden(facts, language, told, words[language], () => [], []))
        yield problem([...path, language], reason)
  for (const language of languages) yield* checkSentences(source.sentences[language], told, language, facts)
}

const isOfficial = (url: string, hosts: readonly string[]) => {
  const { hostname } = new URL(url)
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

/** Every fact of a case that may be told stands in the dossier of its case. */
export function* checkComplete({ facts, rules, dossiers }: ContentSource): Generator<Problem> {
  for (const { id, dossier } of dossiers) {
    const told = dossier.data.sections.flatMap((section) => section.facts)
    const owed = facts.data.filter((fact) => fact.case === id && !rules.data.keptOut.includes(fact.id)).map((fact) => fact.id)
    for (const fact of missing(owed, told))
      yield { file: dossier.file, line: dossier.lineOf(['sections']), reason: `“${fact}” stands in no section` }
  }
}

function* checkSections({ dossier: { file, data, lineOf } }: DossierSource, facts: RuleBook): Generator<Problem> {
  const ids = data.sections.map(({ id }) => id)
  const expected = dossierSections.filter((id) => id !== 'context' || ids.includes(id))
  if (ids.join() !== expected.join())
    yield { file, line: lineOf(['sections']), reason: `the sections are ${expected.join(', ')}, in this order` }
  const told = data.sections.flatMap((section, index) =>
    section.facts.map((id, at) => ({ id, line: lineOf(['sections', index, 'facts', at]) })),
  )
  for (const index of repeated(told.map(({ id }) => id)))
    yield { file, line: told[index]?.line ?? 1, reason: `“${told[index]?.id}” stands twice` }
  for (const { index, reason } of facts.refuse(told.map(({ id }) => id))) yield { file, line: told[index]?.line ?? 1, reason }
}

function wordsOf({ dossier: { data } }: DossierSource): { path: (string | number)[]; words: Localised }[] {
  return [
    { path: ['title'], words: data.title },
    { path: ['standfirst'], words: data.standfirst },
    ...data.sections.map(({ title }, index) => ({ path: ['sections', index, 'title'], words: title })),
    ...data.notKnown.map((words, index) => ({ path: ['notKnown', index], words })),
    ...data.links.map(({ title }, index) => ({ path: ['links', index, 'title'], words: title })),
  ]
}

function* checkSentences(
  { file, data, lineOf }: Located<Record<string, string>>,
  told: readonly string[],
  language: Language,
  facts: RuleBook,
): Generator<Problem> {
  for (const id of missing(told, Object.keys(data))) yield { file, line: 1, reason: `no sentence for “${id}”` }
  for (const id of missing(Object.keys(data), told))
    yield { file, line: lineOf([id]), reason: `“${id}” stands in no section of the dossier` }
  for (const [id, text] of Object.entries(data)) {
    const problem = (reason: string): Problem => ({ file, line: lineOf([id]), reason })
    const fact = facts.find(id)
    const sentences = sentencesOf(text).map((sentence) => sentence.text)
    if (sentences.length > sentencesPerFact) yield problem(`“${id}” is told in one to three sentences, not ${sentences.length}`)
    if (fact && !sentences.some((sentence) => isAttributed(fact.status, facts.isOwnReading(id), language, sentence, sentence)))
      yield problem(`“${id}” is not attributed as its status (${fact.status}) asks`)
    for (const sentence of fact && isUnsettled(fact.status) ? sentences : [])
      if (!isToldAsClaim(language, sentence)) yield problem(`“${sentence.trim()}” does not say whose claim it is`)
    for (const { words } of findMissingWords(facts, language, [id], text)) yield problem(`what is said of “${id}” must hold /${words}/`)
    for (const { reason } of findForbidden(facts, language, [id], text, () => [id])) yield problem(reason)
  }
}
