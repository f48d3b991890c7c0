/** What falls short of a whole lesson or of the ledger. Warnings: they stop nothing. */
import { minutesOfUnit } from './minutes.ts'
import { type ContentSource, lineAt, type Problem, type UnitSource } from './source.ts'
import { languages } from './types.ts'
import { sentencesOf } from './wording.ts'

/** Minutes of a lesson; that of a short edition may be shorter. */
const shortest = 5
const longest = 8
const linesOfSummary = 3

/** Lessons too short or too long, summaries of other than three sentences, facts that nothing uses. */
export function warnOfWhole(content: ContentSource): Problem[] {
  return [...lengths(content), ...summaries(content), ...unused(content)]
}

/** How many lessons take five to eight minutes. */
export function countFullLessons({ units }: ContentSource): number {
  return units.filter((unit) => unit.kind === 'lesson' && isFull(minutesOfUnit(unit))).length
}

const isFull = (minutes: number) => minutes >= shortest && minutes <= longest

function* lengths({ units, courses }: ContentSource): Generator<Problem> {
  const inCourse = new Set(courses.flatMap(({ data }) => data.units))
  const inShort = new Set(courses.filter(({ data }) => data.edition).flatMap(({ data }) => data.units))
  for (const unit of units) {
    const minutes = minutesOfUnit(unit)
    if (unit.kind !== 'lesson' || !inCourse.has(unit.id) || isFull(minutes)) continue
    if (minutes < shortest && inShort.has(unit.id)) continue
    yield {
      file: unit.languages.en.file,
      line: 1,
      reason: `a lesson of ${minutes.toFixed(1)} minutes; one takes ${shortest} to ${longest}, unless a short edition holds it`,
    }
  }
}

function* summaries({ units }: ContentSource): Generator<Problem> {
  for (const unit of units)
    for (const language of unit.kind === 'lesson' ? languages : []) {
      const lesson = unit.kind === 'lesson' ? unit.languages[language] : null
      const source = lesson?.parts.at(-1)?.blocks.at(-1)?.source
      // A sentence inside quotation marks is part of the one around it.
      const count = sentencesOf((source?.text ?? '').replaceAll(/[「“][^」”]*[」”]/gu, '…')).length
      if (lesson && source && count !== linesOfSummary)
        yield { file: lesson.file, line: lineAt(source, 0), reason: `a summary of ${count} sentences, not ${linesOfSummary}` }
    }
}

function* unused({ facts, rules, units, dossiers }: ContentSource): Generator<Problem> {
  const used = new Set([
    ...units.flatMap(factsOf),
    ...dossiers.flatMap(({ dossier }) => dossier.data.sections.flatMap((section) => section.facts)),
    ...rules.data.keptOut,
  ])
  for (const [index, { id }] of facts.data.entries())
    if (!used.has(id)) yield { file: facts.file, line: facts.lineOf([index, 'id']), reason: `nothing uses “${id}”` }
}

function factsOf(unit: UnitSource): string[] {
  if (unit.kind === 'quiz') return unit.quiz.data.questions.flatMap(({ facts }) => facts)
  return unit.kind === 'lab' ? unit.lab.data.facts : unit.languages.en.data.facts
}
