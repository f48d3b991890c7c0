/** From the files of `content/` to immutable course versions, or to the list of what is wrong with them. */
import { check } from '#domain/catalogue/check'
import type { CourseFile } from '#domain/catalogue/schema'
import type { ContentSource, Problem } from '#domain/catalogue/source'
import type { CourseVersion, Unit } from '#domain/catalogue/types'
import { compileLesson, compileQuiz } from './compile-unit.ts'
import { notesOf } from './notes.ts'
import { type Files, parseFiles, readFiles } from './read-content.ts'
import { withHash } from './with-hash.ts'

/** Thrown when content may not be served; its message has one line `file:line: reason` for each problem. */
export class BadContent extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'))
    this.name = 'BadContent'
    this.problems = problems
  }
}

export async function compileContent(root?: string): Promise<CourseVersion[]> {
  return compileFiles(await readFiles(root))
}

export function compileFiles(files: Files): CourseVersion[] {
  const { content, problems } = parseAndCheck(files)
  if (!content || problems.length > 0) throw new BadContent(problems)
  return compileCourses(content)
}

/** Everything wrong with the files. */
export function findProblems(files: Files): Problem[] {
  return parseAndCheck(files).problems
}

/** Shape first; meaning only when every shape is right. */
function parseAndCheck(files: Files): { content: ContentSource | null; problems: Problem[] } {
  const { content, problems } = parseFiles(files)
  return { content, problems: content ? check(content) : problems }
}

function compileCourses(content: ContentSource): CourseVersion[] {
  const units = new Map(
    content.units.map((unit): [string, Unit] => [unit.id, unit.kind === 'lesson' ? compileLesson(unit) : compileQuiz(unit)]),
  )
  return content.courses.map(({ data }) => compileCourse(data, units, content))
}

function compileCourse(course: CourseFile, all: Map<string, Unit>, content: ContentSource): CourseVersion {
  const units = course.units.flatMap((id) => all.get(id) ?? [])
  const facts = units.flatMap((unit) => (unit.kind === 'lesson' ? unit.facts : unit.questions.flatMap((question) => question.facts)))
  return withHash({
    id: course.id,
    case: course.case,
    title: course.title,
    shortName: course.shortName,
    summary: course.summary,
    objectives: course.objectives.map(({ id, en, ja }) => ({ id, text: { en, ja } })),
    minutes: units.reduce((sum, unit) => sum + unit.minutes, 0),
    units,
    facts: notesOf(content, [...new Set(facts)].sort()),
    checkedOn: content.rules.data.checkedOn,
  })
}
