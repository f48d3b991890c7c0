import { repeated } from './repeated.ts'
import { checkPlainWords, type RuleBook } from './rule-book.ts'
import type { CourseFile, QuizQuestion } from './schema.ts'
import type { ContentSource, Located, Problem, UnitSource } from './source.ts'
import { type Localised, languages } from './types.ts'

/** Counted over a course and its short editions. */
export const questionsPerObjective = 8
/** What fits on a seal. */
const shortNameLength = { en: 10, ja: 4 }

/** A course: its units exist, its objectives are taught and asked, its words tell no case. */
export function* checkCourse(course: Located<CourseFile>, content: ContentSource, facts: RuleBook): Generator<Problem> {
  const { data } = course
  const problem = (path: (string | number)[], reason: string): Problem => ({ file: course.file, line: course.lineOf(path), reason })
  if (!course.file.endsWith(`/${data.id}.yaml`)) yield problem(['id'], `the file of “${data.id}” is ${data.id}.yaml`)

  const units = new Map(content.units.map((unit) => [unit.id, unit]))
  const used = data.units.flatMap((id) => units.get(id) ?? [])
  for (const index of repeated(data.units)) yield problem(['units', index], `unit “${data.units[index]}” stands twice`)
  for (const [index, id] of data.units.entries()) if (!units.has(id)) yield problem(['units', index], `no unit “${id}”`)

  const objectives = data.objectives.map((objective) => objective.id)
  for (const index of repeated(objectives)) yield problem(['objectives', index], `objective “${objectives[index]}” stands twice`)
  const asked = unitsOfEditions(data, content)
    .flatMap(questionsOf)
    .map(({ objective }) => objective)
  for (const [index, objective] of objectives.entries()) {
    const count = asked.filter((id) => id === objective).length
    if (count < questionsPerObjective)
      yield problem(['objectives', index], `“${objective}” is asked ${count} times; at least ${questionsPerObjective} questions`)
  }

  for (const language of languages) {
    if (data.shortName[language].length > shortNameLength[language])
      yield problem(
        ['shortName', language],
        `the seal holds ${shortNameLength[language]} characters, not ${data.shortName[language].length}`,
      )
  }
  yield* checkPlainWords(course, facts)
  yield* checkEdition(data, content, problem)
  yield* checkForms(data, used, problem)
}

type Report = (path: (string | number)[], reason: string) => Problem

function questionsOf(unit: UnitSource): QuizQuestion[] {
  return unit.kind === 'quiz' ? unit.quiz.data.questions : []
}

/** The units of a course, of the full course it is an edition of, and of that one's other editions; each once. */
function unitsOfEditions(course: CourseFile, { courses, units }: ContentSource): UnitSource[] {
  const full = course.edition?.of ?? course.id
  const ids = courses.filter(({ data }) => data.id === full || data.edition?.of === full).flatMap(({ data }) => data.units)
  return units.filter(({ id }) => ids.includes(id))
}

const questionsOfShortEdition = 5

/** A short edition: a lesson of its full course, and a quiz of five questions. */
function* checkEdition({ edition, units: ids }: CourseFile, { courses, units }: ContentSource, problem: Report): Generator<Problem> {
  if (!edition) return
  const full = courses.find(({ data }) => data.id === edition.of)?.data
  if (!full || full.edition) yield problem(['edition', 'of'], `no full course “${edition.of}”`)
  const [lesson, quiz, ...rest] = ids.map((id) => units.find((unit) => unit.id === id))
  if (lesson?.kind !== 'lesson' || quiz?.kind !== 'quiz' || rest.length > 0)
    return yield problem(['units'], 'a short edition is one lesson, then one quiz')
  if (full && !full.units.includes(lesson.id)) yield problem(['units', 0], `“${lesson.id}” is no lesson of “${full.id}”`)
  if (quiz.quiz.data.draw !== questionsOfShortEdition)
    yield problem(['units', 1], `the quiz of a short edition asks ${questionsOfShortEdition} questions, not ${quiz.quiz.data.draw}`)
}

/** Two forms that ask the same: one question for each objective, alike in objective, difficulty and kind pair by pair, none in both. */
function* checkForms({ forms, objectives }: CourseFile, used: readonly UnitSource[], problem: Report): Generator<Problem> {
  if (!forms) return
  const questions = used.flatMap(questionsOf)
  const find = (id: string | undefined) => questions.filter((question) => question.id === id)
  for (const key of ['before', 'after'] as const) {
    for (const index of repeated(forms[key])) yield problem(['forms', key, index], `“${forms[key][index]}” stands twice`)
    for (const [index, id] of forms[key].entries()) {
      const count = find(id).length
      if (count === 0) yield problem(['forms', key, index], `no question “${id}” in the quizzes of this course`)
      if (count > 1) yield problem(['forms', key, index], `“${id}” is a question of two quizzes`)
    }
    const asked = forms[key].flatMap((id) => find(id).map(({ objective }) => objective))
    for (const { id } of objectives) {
      const count = asked.filter((objective) => objective === id).length
      if (count !== 1) yield problem(['forms', key], `“${id}” is asked ${count} times; a form asks each objective once`)
    }
  }
  for (const [index, id] of forms.after.entries()) {
    if (forms.before.includes(id)) yield problem(['forms', 'after', index], `“${id}” stands in both forms`)
    const [[before], [after]] = [find(forms.before[index]), find(id)]
    const differ = before && after && (['objective', 'difficulty', 'kind'] as const).filter((key) => before[key] !== after[key])
    if (differ && differ.length > 0)
      yield problem(['forms', 'after', index], `“${id}” is not like “${before.id}” in ${differ.join(' and ')}`)
  }
}

/** Units may be shared by courses; each objective they name is one of some course, and has the same words wherever it stands. */
export function* checkObjectives({ courses, units }: ContentSource): Generator<Problem> {
  const first = new Map<string, { words: Localised; file: string }>()
  for (const { data, file, lineOf } of courses)
    for (const [index, { id, en, ja }] of data.objectives.entries()) {
      const same = first.get(id) ?? { words: { en, ja }, file }
      first.set(id, same)
      for (const language of languages)
        if (same.words[language] !== { en, ja }[language])
          yield { file, line: lineOf(['objectives', index, language]), reason: `“${id}” has other words in ${same.file}` }
    }
  const known = new Set(courses.flatMap((course) => course.data.objectives.map((objective) => objective.id)))
  for (const unit of units) {
    const { file, lineOf } = unit.kind === 'lesson' ? unit.languages.en : unit.kind === 'quiz' ? unit.quiz : unit.lab
    for (const [objective, path] of objectivesIn(unit))
      if (!known.has(objective)) yield { file, line: lineOf(path), reason: `no course has the objective “${objective}”` }
  }
}

/** The objectives that a unit names, each with where. */
function objectivesIn(unit: UnitSource): [string, (string | number)[]][] {
  if (unit.kind === 'quiz') return unit.quiz.data.questions.map(({ objective }, index) => [objective, ['questions', index, 'objective']])
  const { objectives } = unit.kind === 'lesson' ? unit.languages.en.data : unit.lab.data
  return objectives.map((objective, index) => [objective, ['objectives', index]])
}
