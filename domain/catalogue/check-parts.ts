import { isActivity } from './activity.ts'
import type { RuleBook } from './rule-book.ts'
import type { ContentSource, LessonSource, Problem, SourceBlock, SourceLesson } from './source.ts'
import { languages } from './types.ts'

type Part = SourceLesson['parts'][number]

/**
 * The parts of a lesson that a course holds, told by what stands in them: an opening moment; what happened, in records; why it worked, in our
 * own words, in a part of its own; what would have shown it; what I can do, as a list; a summary. A lesson of no course may still be begun.
 */
export function* checkParts({ units, courses }: ContentSource, facts: RuleBook): Generator<Problem> {
  const held = new Set(courses.flatMap(({ data }) => data.units))
  for (const unit of units)
    if (unit.kind === 'lesson' && held.has(unit.id))
      for (const language of languages) yield* checkLessonParts(unit.languages[language], signsIn(unit, facts))
}

function* checkLessonParts({ file, parts }: SourceLesson, showsSigns: (block: SourceBlock) => boolean): Generator<Problem> {
  const problem = (part: Part | undefined, reason: string): Problem => ({ file, line: part?.line ?? 1, reason })
  const opening = parts[0]
  const told = parts.slice(0, -2)
  const [doing, summary] = [parts.at(-2), parts.at(-1)]
  const happened = told.findIndex(({ blocks }) => blocks.some(isRecord))
  if (opening?.blocks[0]?.block.kind !== 'moment') yield problem(opening, 'the first part opens with a moment')
  if (happened < 0) yield problem(opening, 'no part tells what happened: a record before “On Monday”')
  else if (!told.some(({ blocks }, index) => index > happened && blocks.some(isOurs)))
    yield problem(told[happened], 'why it worked has a part of its own, after what happened and before “On Monday”')
  if (!parts.some(({ blocks }) => blocks.some(showsSigns)))
    yield problem(opening, 'nothing says what would have shown it: a matrix, a spot, a walk, or a record of what an audit could check')
  if (!doing?.blocks.some(isList)) yield problem(doing, 'the last part but one says what one can do, as a list')
  if (summary?.blocks.length !== 1 || summary.blocks.some((block) => !isParagraph(block)))
    yield problem(summary, 'the last part is the summary, one paragraph')
}

const isRecord = ({ block }: SourceBlock) => block.kind === 'record'
const isOurs = ({ block }: SourceBlock) => block.kind === 'prose' || isActivity(block)
const isList = ({ block }: SourceBlock) => block.kind === 'prose' && !block.html.startsWith('<p')
const isParagraph = ({ block }: SourceBlock) => block.kind === 'prose' && block.html.startsWith('<p')

/** What says where one could have looked. Of figures a table does, of which record tells what; the others draw what happened, or how much of it. */
function signsIn({ figures }: LessonSource, facts: RuleBook): (block: SourceBlock) => boolean {
  const tables = new Set(figures.data.flatMap(({ id, kind }) => (kind === 'matrix' ? [id] : [])))
  return ({ block }) => {
    if (block.kind === 'record') return block.facts.some(facts.isOwnReading)
    if (block.kind === 'figure') return tables.has(block.id)
    return block.kind === 'spot' || block.kind === 'walk'
  }
}
