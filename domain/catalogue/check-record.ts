import { missing } from './repeated.ts'
import { findForbidden, findMissingWords, type RuleBook } from './rule-book.ts'
import { lineAt, type Problem, type SourceBlock } from './source.ts'
import type { Language } from './types.ts'
import { isAttributed, isToldAsClaim, isUnsettled, type Sentence, sentenceAt, sentencesOf } from './wording.ts'

/** A record names its facts, attributes each in the wording its status asks, and says what must be said with it. */
export function* checkRecord(
  { file, language }: { file: string; language: Language },
  record: SourceBlock,
  facts: RuleBook,
): Generator<Problem> {
  const { source, attributions, block } = record
  const listed = block.kind === 'record' ? block.facts : []
  const at = (index: number) => lineAt(source, index)
  if (listed.length === 0) yield { file, line: record.line, reason: 'a record names its facts' }
  for (const id of missing(
    listed,
    attributions.map(({ fact }) => fact),
  ))
    yield { file, line: record.line, reason: `“${id}” is not attributed: add :by[words]{fact=${id}}` }
  for (const attribution of attributions) {
    const fact = facts.find(attribution.fact)
    if (!listed.includes(attribution.fact))
      yield { file, line: at(attribution.at), reason: `“${attribution.fact}” is attributed but not among the record's facts` }
    if (
      fact &&
      !isAttributed(fact.status, facts.isOwnReading(fact.id), language, attribution.words, sentenceAt(source.text, attribution.at).text)
    )
      yield {
        file,
        line: at(attribution.at),
        reason: `“${attribution.words}” does not attribute “${fact.id}” as its status (${fact.status}) asks`,
      }
  }
  for (const { fact, words } of findMissingWords(facts, language, listed, source.text))
    yield { file, line: record.line, reason: `what is said of “${fact}” must hold /${words}/` }
  const factsIn = ({ text, at: start }: Sentence) =>
    attributions.filter((one) => one.at >= start && one.at < start + text.length).map((one) => one.fact)
  for (const { at: index, reason } of findForbidden(facts, language, listed, source.text, factsIn)) yield { file, line: at(index), reason }
  if (!listed.some((id) => isUnsettled(facts.find(id)?.status))) return
  for (const sentence of sentencesOf(source.text))
    if (factsIn(sentence).length === 0 && !isToldAsClaim(language, sentence.text))
      yield { file, line: at(sentence.at), reason: `“${sentence.text.trim()}” stands among claims and does not say whose it is` }
}
