import { repeated } from './repeated.ts'
import { findForbidden, findWatchWord, readRuleBook } from './rule-book.ts'
import type { CourseFile } from './schema.ts'
import type { ContentSource, Located, Problem } from './source.ts'
import { languages } from './types.ts'

const questionsPerObjective = 2
/** What fits on a seal. */
const shortNameLength = { en: 10, ja: 4 }

/** A course: its units exist, its objectives are taught and asked, its words tell no case. */
export function* checkCourse(course: Located<CourseFile>, content: ContentSource): Generator<Problem> {
  const { data } = course
  const problem = (path: (string | number)[], reason: string): Problem => ({ file: course.file, line: course.lineOf(path), reason })
  if (!course.file.endsWith(`/${data.id}.yaml`)) yield problem(['id'], `the file of “${data.id}” is ${data.id}.yaml`)

  const units = new Map(content.units.map((unit) => [unit.id, unit]))
  for (const index of repeated(data.units)) yield problem(['units', index], `unit “${data.units[index]}” stands twice`)
  for (const [index, id] of data.units.entries()) if (!units.has(id)) yield problem(['units', index], `no unit “${id}”`)

  const objectives = data.objectives.map((objective) => objective.id)
  for (const index of repeated(objectives)) yield problem(['objectives', index], `objective “${objectives[index]}” stands twice`)
  const used = data.units.flatMap((id) => units.get(id) ?? [])
  const asked = used.flatMap((unit) => (unit.kind === 'quiz' ? unit.quiz.data.questions.map((question) => question.objective) : []))
  for (const [index, objective] of objectives.entries()) {
    const count = asked.filter((id) => id === objective).length
    if (count < questionsPerObjective)
      yield problem(['objectives', index], `“${objective}” is asked ${count} times; at least ${questionsPerObjective} questions`)
  }

  const facts = readRuleBook(content)
  for (const language of languages) {
    if (data.shortName[language].length > shortNameLength[language])
      yield problem(
        ['shortName', language],
        `the seal holds ${shortNameLength[language]} characters, not ${data.shortName[language].length}`,
      )
    for (const key of ['title', 'summary'] as const) {
      const text = data[key][language]
      const watched = findWatchWord(facts, language, text)
      if (watched) yield problem([key, language], watched.reason)
      for (const { reason } of findForbidden(facts, language, [], text)) yield problem([key, language], reason)
    }
  }
}

/** Units may be shared by courses; each objective they name is one of some course. */
export function* checkObjectives({ courses, units }: ContentSource): Generator<Problem> {
  const known = new Set(courses.flatMap((course) => course.data.objectives.map((objective) => objective.id)))
  for (const unit of units) {
    const { file, lineOf } = unit.kind === 'lesson' ? unit.languages.en : unit.quiz
    const named: [string, (string | number)[]][] =
      unit.kind === 'lesson'
        ? unit.languages.en.data.objectives.map((objective, index) => [objective, ['objectives', index]])
        : unit.quiz.data.questions.map(({ objective }, index) => [objective, ['questions', index, 'objective']])
    for (const [objective, path] of named)
      if (!known.has(objective)) yield { file, line: lineOf(path), reason: `no course has the objective “${objective}”` }
  }
}
