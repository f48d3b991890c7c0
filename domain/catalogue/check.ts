/** The meaning of content: what the shape of a single file cannot say. Pure; every problem has its file and line. */
import { checkGlossary, checkMappings, checkTracks } from './check-around.ts'
import { checkCourse, checkObjectives } from './check-course.ts'
import { checkComplete, checkDossier } from './check-dossier.ts'
import { checkLab } from './check-lab.ts'
import { checkLedger } from './check-ledger.ts'
import { checkLesson } from './check-lesson.ts'
import { checkNames } from './check-names.ts'
import { checkParts } from './check-parts.ts'
import { checkPrompts, checkQuiz } from './check-quiz.ts'
import { checkPlainWords, type RuleBook, readRuleBook } from './rule-book.ts'
import type { ContentSource, Problem, UnitSource } from './source.ts'

/** All problems of the content, in the order of file and line; empty when it may be served. */
export function check(content: ContentSource): Problem[] {
  const facts = readRuleBook(content)
  const problems = [
    ...checkLedger(content),
    ...checkPlainWords(content.people, facts),
    ...content.units.flatMap((unit) => [...checkUnit(unit, facts)]),
    ...checkParts(content, facts),
    ...checkNames(content, facts),
    ...checkPrompts(content),
    ...content.courses.flatMap((course) => [...checkCourse(course, content, facts)]),
    ...checkObjectives(content),
    ...content.dossiers.flatMap((dossier) => [...checkDossier(dossier, facts)]),
    ...checkComplete(content),
    ...checkTracks(content, facts),
    ...checkMappings(content),
    ...checkGlossary(content, facts),
  ]
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

function checkUnit(unit: UnitSource, facts: RuleBook): Iterable<Problem> {
  if (unit.kind === 'lesson') return checkLesson(unit, facts)
  return unit.kind === 'quiz' ? checkQuiz(unit, facts) : checkLab(unit, facts)
}
