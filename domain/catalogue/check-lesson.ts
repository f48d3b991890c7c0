import { isActivity } from './activity.ts'
import { checkFigures } from './check-figures.ts'
import { checkRecord } from './check-record.ts'
import { missing, repeated } from './repeated.ts'
import { findInProse, type RuleBook } from './rule-book.ts'
import { type LessonSource, lineAt, type Problem, type SourceBlock, type SourceLesson, type SourceText } from './source.ts'
import { type Block, languages } from './types.ts'

/** A lesson in both languages: ids, facts, wording, and that the two are one. */
export function* checkLesson(source: LessonSource, facts: RuleBook): Generator<Problem> {
  for (const language of languages) {
    yield* checkFrontMatter(source, source.languages[language], facts)
    yield* checkProse(source.languages[language], facts)
    for (const block of blocksOf(source.languages[language]))
      if (block.block.kind === 'record') yield* checkRecord(source.languages[language], block, facts)
  }
  yield* checkFigures(source, facts)
  yield* checkSame(source.languages.en, source.languages.ja)
}

export function blocksOf(lesson: SourceLesson): SourceBlock[] {
  return lesson.parts.flatMap((part) => part.blocks)
}

function* checkFrontMatter(source: LessonSource, lesson: SourceLesson, facts: RuleBook): Generator<Problem> {
  const { file, data, lineOf } = lesson
  if (data.id !== source.id) yield { file, line: lineOf(['id']), reason: `the id is the folder's: “${source.id}”` }
  for (const { index, reason } of facts.refuse(data.facts)) yield { file, line: lineOf(['facts', index]), reason }
  for (const index of repeated(data.facts)) yield { file, line: lineOf(['facts', index]), reason: `“${data.facts[index]}” stands twice` }

  const blocks = blocksOf(lesson).map(({ block }) => block)
  const used = [
    ...blocks.flatMap((block) => (block.kind === 'record' || block.kind === 'figure' ? block.facts : [])),
    ...source.figures.data.flatMap((figure) => figure.facts),
  ]
  for (const id of missing(used, data.facts)) yield { file, line: lineOf(['facts']), reason: `“${id}” is used but not listed` }
  for (const id of missing(data.facts, used))
    yield { file, line: lineOf(['facts', data.facts.indexOf(id)]), reason: `“${id}” is listed but not used` }
  const present = blocks.flatMap((block) => (block.kind === 'moment' ? [block.who] : []))
  for (const id of missing(present, data.people)) yield { file, line: lineOf(['people']), reason: `“${id}” appears but is not listed` }
  const ids = blocks.flatMap((block) => ('id' in block ? [block.id] : []))
  for (const index of repeated(ids)) yield { file, line: 1, reason: `“${ids[index]}” names two blocks` }
  if (!blocks.some(isActivity)) yield { file, line: 1, reason: 'a lesson has something to do: a decision, sort, spot or walk' }
}

/** Outside records nothing tells of the real cases. */
function* checkProse(lesson: SourceLesson, facts: RuleBook): Generator<Problem> {
  const prose = blocksOf(lesson).filter(({ block }) => block.kind === 'prose' || block.kind === 'moment' || isActivity(block))
  const texts: SourceText[] = [
    lesson.title,
    lesson.standfirst,
    ...lesson.parts.map((part) => part.title),
    ...prose.map((block) => block.source),
  ]
  for (const source of texts) {
    for (const { at, reason } of findInProse(facts, lesson.language, source.text))
      yield { file: lesson.file, line: lineAt(source, at), reason }
  }
  for (const { block, line } of prose)
    for (const reason of findUndone(block))
      yield { file: lesson.file, line, reason: `${block.kind} “${'id' in block ? block.id : ''}” ${reason}` }
}

/** Why there is nothing to choose, place or open in an activity. */
function findUndone(block: Block): string[] {
  switch (block.kind) {
    case 'decision':
      return block.choices.length < 2 || block.choices.some((choice) => choice.consequences.length === 0)
        ? ['has at least two choices, each with its consequence']
        : []
    case 'sort':
    case 'spot':
      return [
        ...(block.targets.length < 2 ? ['has at least two places'] : []),
        ...missing(
          block.targets.map(({ id }) => id),
          block.things.map(({ target }) => target),
        ).map((id) => `has nothing that belongs to “${block.targets.find((target) => target.id === id)?.label}”`),
      ]
    case 'walk':
      return [
        ...(block.steps.length < 2 ? ['has at least two steps'] : []),
        ...repeated(block.steps.map(({ time }) => time)).map((index) => `comes twice to “${block.steps[index]?.time}”`),
      ]
    default:
      return []
  }
}

/** English and Japanese have the same parts, blocks, ids, facts and choices in the same order. */
function* checkSame(en: SourceLesson, ja: SourceLesson): Generator<Problem> {
  const differ = (line: number, what: string): Problem => ({ file: ja.file, line, reason: `${what} differs from ${en.file}` })
  for (const key of ['case', 'objectives', 'people', 'facts'] as const)
    if (String(en.data[key]) !== String(ja.data[key])) yield differ(ja.lineOf([key]), `“${key}”`)
  if (en.parts.length !== ja.parts.length) yield differ(1, 'the number of parts')
  for (const [index, part] of ja.parts.entries()) {
    const other = en.parts[index]?.blocks ?? []
    const first = part.blocks.find((block, position) => outline(block) !== (other[position] && outline(other[position])))
    if (first) yield differ(first.line, `this block (${outline(first)})`)
    else if (part.blocks.length < other.length) yield differ(part.line, 'the number of blocks of this part')
  }
}

/** What must be the same in both languages. */
function outline({ block, attributions }: SourceBlock): string {
  switch (block.kind) {
    case 'record':
      return `record of ${block.facts.join(', ')}; attributed: ${[...new Set(attributions.map(({ fact }) => fact))].sort().join(', ')}`
    case 'moment':
      return `moment of ${block.who}`
    case 'decision':
      return `decision ${block.id} with ${block.choices.map(({ consequences }) => consequences.map(({ time }) => time ?? 'why').join(' ')).join(', ')}`
    case 'figure':
      return `figure ${block.id} of ${block.facts.join(', ')}`
    case 'sort':
    case 'spot':
      return `${block.kind} ${block.id} with ${block.targets.map(({ id }) => block.things.filter(({ target }) => target === id).length).join(' + ')} things${block.kind === 'spot' ? ` in ${block.columns.length} columns` : ''}`
    case 'walk':
      return `walk ${block.id} of ${block.steps.length} steps`
    case 'prose':
      return block.html.startsWith('<p') ? 'paragraph' : 'list'
  }
}
