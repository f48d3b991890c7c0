import { isActivity } from './activity.ts'
import type { RuleBook } from './rule-book.ts'
import type { People } from './schema.ts'
import { type ContentSource, lineAt, type Problem, type SourceLesson, type SourceText } from './source.ts'
import { type Language, languages } from './types.ts'
import { compile } from './wording.ts'

/** A text that a reader sees, in which nobody may be named but invented people. */
interface Passage {
  file: string
  language: Language
  source: SourceText
  /** Ids of those who may be named. */
  people: readonly string[]
}

/** Teaching prose and questions of invented material name nobody who is not in `people.yaml`; a lesson nobody whom it does not list. */
export function* checkNames(content: ContentSource, facts: RuleBook): Generator<Problem> {
  for (const { file, language, source, people } of passagesOf(content)) {
    const known = content.people.data.filter(({ id }) => people.includes(id)).map(({ name }) => name[language])
    for (const { name, at } of findStrangers(language, source.text, known, facts.rules.nobodysNames[language]))
      yield { file, line: lineAt(source, at), reason: `“${name}” is nobody of people.yaml who is listed here` }
  }
  for (const unit of content.units)
    for (const language of unit.kind === 'lesson' ? languages : [])
      if (unit.kind === 'lesson') yield* checkCast(unit.languages[language], content.people.data)
}

/** Who is listed appears: in a moment of their own, or by their name. */
function* checkCast({ file, data, lineOf, language, parts }: SourceLesson, people: People): Generator<Problem> {
  const blocks = parts.flatMap((part) => part.blocks)
  const found = blocks.flatMap(({ source }) => [...source.text.matchAll(named[language])].map(([word]) => word))
  for (const [index, id] of data.people.entries()) {
    const name = people.find((person) => person.id === id)?.name[language] ?? ''
    const isThere = blocks.some(({ block }) => block.kind === 'moment' && block.who === id) || found.some((word) => name.includes(word))
    if (!isThere) yield { file, line: lineOf(['people', index]), reason: `“${id}” is listed but does not appear` }
  }
}

function passagesOf({ units, people }: ContentSource): Passage[] {
  const everybody = people.data.map(({ id }) => id)
  return languages.flatMap((language) =>
    units.flatMap((unit): Passage[] => {
      if (unit.kind === 'lab') return []
      if (unit.kind === 'lesson') {
        const { file, data, standfirst, parts } = unit.languages[language]
        const blocks = parts.flatMap((part) => part.blocks).filter(({ block }) => !isAboutFacts(block))
        return [standfirst, ...blocks.map((block) => block.source)].map((source) => ({ file, language, source, people: data.people }))
      }
      const { file, data, lineOf } = unit.words[language]
      return unit.quiz.data.questions
        .filter((question) => question.facts.length === 0)
        .flatMap(({ id }) => {
          const { prompt = '', choices = {}, targets = {} } = data[id] ?? {}
          const texts = [prompt, ...Object.values(choices).flatMap(({ text, why }) => [text, why]), ...Object.values(targets)]
          return [{ file, language, source: { text: texts.join('\n'), marks: [{ at: 0, line: lineOf([id]) }] }, people: everybody }]
        })
    }),
  )
}

const isAboutFacts = (block: Parameters<typeof isActivity>[0]) => !(block.kind === 'prose' || block.kind === 'moment' || isActivity(block))

const named: Record<Language, RegExp> = {
  // A capital within a sentence, or a cell that is a name and an office.
  en: /(?<=[\p{Ll}\p{N}’)],? )\p{Lu}\p{Ll}+|(?<=\| )\p{Lu}\p{Ll}+(?=, )/gu,
  ja: /[\p{Script=Han}\p{Script=Katakana}ー・]+(?=さん|氏(?!名)|くん)|(?<=\| )[\p{Script=Han}\p{Script=Katakana}ー・]+(?=（[^）]+[課部室]|（[^）]*(運用|広報))/gu,
}

/** Words that look like somebody's name, and are neither a part of one of the names `known` nor one of `nobodys`. */
export function findStrangers(
  language: Language,
  text: string,
  known: readonly string[],
  nobodys: readonly string[],
): { name: string; at: number }[] {
  return [...text.matchAll(named[language])]
    .map((match) => ({ name: match[0], at: match.index }))
    .filter(({ name }) => !known.some((one) => one.includes(name)) && !nobodys.some((pattern) => compile(`^(${pattern})$`).test(name)))
}
