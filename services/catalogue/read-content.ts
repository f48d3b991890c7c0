/** Reads the files of `content/` by their shapes. The only place where content touches the file system. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import {
  Course,
  Dossier,
  FactNotes,
  FactRules,
  FactSentences,
  Facts,
  Figures,
  Glossary,
  LabFile,
  LabWordsFile,
  Mappings,
  People,
  QuestionWords,
  Quiz,
  Track,
} from '#domain/catalogue/schema'
import type { ContentSource, DossierSource, LabSource, Located, Problem, SourceLesson, UnitSource } from '#domain/catalogue/source'
import { strokeOf } from '#domain/catalogue/stroke'
import type { Language } from '#domain/catalogue/types'
import { parseLabRecord } from './parse-lab-record.ts'
import { parseLesson } from './parse-lesson.ts'
import { parseYaml } from './parse-yaml.ts'

/** Text of each file by its path from the project's folder, with forward slashes: `content/people.yaml`. */
export type Files = Map<string, string>

export async function readFiles(root = path.join(/*turbopackIgnore: true*/ process.cwd(), 'content')): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|md)$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    names.sort().map(async (name): Promise<[string, string]> => [toKey(root, name), await readFile(name, 'utf8')]),
  )
  return new Map(texts)
}

function toKey(root: string, name: string): string {
  return ['content', ...path.relative(root, name).split(path.sep)].join('/')
}

/** All content by its shapes, or what is wrong with the shapes. */
export function parseFiles(files: Files): { content: ContentSource | null; problems: Problem[] } {
  const reader = new ContentReader(files)
  const content = reader.read()
  return { content, problems: reader.problems }
}

class ContentReader {
  readonly problems: Problem[] = []
  readonly #files: Files

  constructor(files: Files) {
    this.#files = files
  }

  read(): ContentSource | null {
    const facts = this.#yaml('content/facts/facts.yaml', Facts)
    const rules = this.#yaml('content/facts/rules.yaml', FactRules)
    const en = this.#yaml('content/facts/notes.en.yaml', FactNotes)
    const ja = this.#yaml('content/facts/notes.ja.yaml', FactNotes)
    const people = this.#yaml('content/people.yaml', People)
    if (!facts || !rules || !en || !ja || !people) return null
    const base = { facts, rules, notes: { en, ja }, people }
    const courses = this.#names(/^content\/courses\/[^/]+\.yaml$/u).map((file) => this.#yaml(file, Course))
    const tracks = this.#names(/^content\/tracks\/[^/]+\.yaml$/u).map((file) => this.#yaml(file, Track))
    const units = this.#folders('units').map((id) => this.#unit(id, base))
    const dossiers = this.#folders('cases').map((id) => this.#dossier(id))
    const mappings = this.#optional('content/mappings.yaml', Mappings)
    const glossary = this.#optional('content/glossary.yaml', Glossary)
    if (this.problems.length > 0) return null
    const isThere = <T>(value: T | null): value is T => value !== null
    return {
      ...base,
      courses: courses.filter(isThere),
      units: units.filter(isThere),
      tracks: tracks.filter(isThere),
      dossiers: dossiers.filter(isThere),
      mappings,
      glossary,
    }
  }

  #folders(of: string): string[] {
    return [...new Set(this.#names(new RegExp(`^content/${of}/[^/]+/.`, 'u')).map((file) => file.split('/')[2] ?? ''))]
  }

  #names(pattern: RegExp): string[] {
    return [...this.#files.keys()].filter((file) => pattern.test(file))
  }

  #text(file: string): string | null {
    const text = this.#files.get(file)
    if (text === undefined) this.problems.push({ file, line: 1, reason: 'the file is missing' })
    return text ?? null
  }

  #yaml<T>(file: string, schema: z.ZodType<T>): Located<T> | null {
    const text = this.#text(file)
    return text === null ? null : parseYaml(file, text, schema, this.problems)
  }

  #optional<T>(file: string, schema: z.ZodType<T>): Located<T> | null {
    return this.#files.has(file) ? this.#yaml(file, schema) : null
  }

  #dossier(id: string): DossierSource | null {
    const folder = `content/cases/${id}`
    const dossier = this.#yaml(`${folder}/dossier.yaml`, Dossier)
    const en = this.#yaml(`${folder}/facts.en.yaml`, FactSentences)
    const ja = this.#yaml(`${folder}/facts.ja.yaml`, FactSentences)
    return dossier && en && ja && { id, dossier, sentences: { en, ja } }
  }

  #unit(id: string, base: Pick<ContentSource, 'facts' | 'rules' | 'people'>): UnitSource | null {
    const folder = `content/units/${id}`
    if (this.#files.has(`${folder}/quiz.yaml`)) {
      const quiz = this.#yaml(`${folder}/quiz.yaml`, Quiz)
      const en = this.#yaml(`${folder}/questions.en.yaml`, QuestionWords)
      const ja = this.#yaml(`${folder}/questions.ja.yaml`, QuestionWords)
      return quiz && en && ja && { kind: 'quiz', id, quiz, words: { en, ja } }
    }
    if (this.#files.has(`${folder}/lab.yaml`)) return this.#lab(id, folder, base)
    const en = this.#lesson(folder, 'en', base)
    const ja = this.#lesson(folder, 'ja', base)
    const figures = this.#figures(`${folder}/figures.yaml`)
    return en && ja && figures && { kind: 'lesson', id, languages: { en, ja }, figures }
  }

  #lab(id: string, folder: string, base: Pick<ContentSource, 'facts' | 'rules'>): LabSource | null {
    const lab = this.#yaml(`${folder}/lab.yaml`, LabFile)
    const en = this.#yaml(`${folder}/lab.en.yaml`, LabWordsFile)
    const ja = this.#yaml(`${folder}/lab.ja.yaml`, LabWordsFile)
    if (!lab || !en || !ja) return null
    const strokeOfFact = strokeOfFactIn(base)
    const recordOf = (words: Located<LabWordsFile>, language: Language) =>
      parseLabRecord(words, lab.data.facts, language, strokeOfFact, this.problems)
    return { kind: 'lab', id, lab, words: { en, ja }, records: { en: recordOf(en, 'en'), ja: recordOf(ja, 'ja') } }
  }

  #figures(file: string): Located<Figures> | null {
    return this.#files.has(file) ? this.#yaml(file, Figures) : { file, data: [], lineOf: () => 1 }
  }

  #lesson(
    folder: string,
    language: Language,
    { facts, rules, people }: Pick<ContentSource, 'facts' | 'rules' | 'people'>,
  ): SourceLesson | null {
    const file = `${folder}/lesson.${language}.md`
    const text = this.#text(file)
    if (text === null) return null
    const names = new Map(people.data.map(({ id, name, role }) => [id, { name: name[language], role: role[language] }]))
    return parseLesson({ file, text, language, people: names, strokeOfFact: strokeOfFactIn({ facts, rules }) }, this.problems)
  }
}

/** How each fact of the ledger is drawn. */
function strokeOfFactIn({ facts, rules }: Pick<ContentSource, 'facts' | 'rules'>): (id: string) => string {
  const isOwnReading = (id: string, of: string) => of === 'audit' || rules.data.ownReadings.includes(id)
  const strokes = new Map(facts.data.map(({ id, status, case: of }) => [id, strokeOf({ status, isOwnReading: isOwnReading(id, of) })]))
  return (id) => strokes.get(id) ?? 'own'
}
