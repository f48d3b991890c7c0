/** From the files of `content/` to immutable course versions, or to the list of what is wrong with them. */
import { check } from '#domain/catalogue/check'
import { minutesOf } from '#domain/catalogue/minutes'
import type { CourseFile } from '#domain/catalogue/schema'
import type { ContentSource, Problem, UnitSource } from '#domain/catalogue/source'
import type { Controls, CourseVersion, Dossier, FactNote, Language, Unit } from '#domain/catalogue/types'
import { compileDossier } from './compile-dossier.ts'
import { compileLab } from './compile-lab.ts'
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

function compileCourses(content: ContentSource, units = compileUnits(content)): CourseVersion[] {
  return content.courses.map(({ data }) => compileCourse(data, units, content))
}

function compileUnits({ units }: ContentSource): Map<string, Unit> {
  return new Map(units.map((unit): [string, Unit] => [unit.id, compileUnit(unit)]))
}

/** Content as far as it can be read. */
export interface Readable {
  courses: CourseVersion[]
  /** course id -> the ids of its units as its file lists them, also of those that cannot be read. */
  unitIds: Map<string, string[]>
  /** Every unit by its id, those of no course too. */
  units: Map<string, Unit>
  dossiers: Dossier[]
  /** Notes of every fact that units use, by id. */
  facts: Record<string, FactNote>
  checkedOn: string
  /** unit id -> the language that cannot be read, for which the other stands in. */
  unread: Map<string, Language>
}

/** What can be read of the content, whatever the checks say of it: to be looked at by those who write, never to be served to learners. */
export function compileReadable(content: ContentSource): Readable {
  const units = compileUnits(content)
  return {
    courses: compileCourses(content, units),
    unitIds: new Map(content.courses.map(({ data }) => [data.id, data.units])),
    units,
    dossiers: content.dossiers.map((dossier) => compileDossier(dossier, content)),
    facts: notesOf(content, factsOf([...units.values()])),
    checkedOn: content.rules.data.checkedOn,
    unread: new Map(
      content.units.flatMap((unit): [string, Language][] => {
        const language = unreadIn(unit)
        return language ? [[unit.id, language]] : []
      }),
    ),
  }
}

/** The language for which the other stands in. */
function unreadIn(unit: UnitSource): Language | null {
  const { en, ja } = unit.kind === 'lesson' ? unit.languages : unit.words
  if (en.file !== ja.file) return null
  return en.file.includes('.en.') ? 'ja' : 'en'
}

function factsOf(units: Unit[]): string[] {
  const facts = units.flatMap((unit) => (unit.kind === 'quiz' ? unit.questions.flatMap((question) => question.facts) : unit.facts))
  return [...new Set(facts)].sort()
}

function compileUnit(unit: UnitSource): Unit {
  if (unit.kind === 'lesson') return compileLesson(unit)
  return unit.kind === 'quiz' ? compileQuiz(unit) : compileLab(unit)
}

function compileCourse(course: CourseFile, all: Map<string, Unit>, content: ContentSource): CourseVersion {
  const units = course.units.flatMap((id) => all.get(id) ?? [])
  return withHash({
    id: course.id,
    case: course.case,
    title: course.title,
    shortName: course.shortName,
    summary: course.summary,
    objectives: course.objectives.map(({ id, en, ja }) => ({ id, text: { en, ja }, ...controlsOf(id, content) })),
    minutes: minutesOf(content.units.filter(({ id }) => course.units.includes(id))),
    units,
    facts: notesOf(content, factsOf(units)),
    checkedOn: content.rules.data.checkedOn,
    ...definedOnly({ edition: course.edition, monday: course.monday, forms: course.forms }),
    ...dossierOf(course, content),
  })
}

function controlsOf(objective: string, { mappings }: ContentSource): { controls?: Controls } {
  const controls = mappings?.data[objective]
  return controls ? { controls } : {}
}

function dossierOf(course: CourseFile, content: ContentSource): { dossier?: Dossier } {
  const source = content.dossiers.find(({ id }) => id === course.case)
  return source ? { dossier: compileDossier(source, content) } : {}
}

/** Without what is not there, so that a version that lacks it is what it was before there was such a thing. */
function definedOnly<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>
}
