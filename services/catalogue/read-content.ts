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
import type { Language, Localised } from '#domain/catalogue/types'
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

export interface Parsed {
  content: ContentSource | null
  problems: Problem[]
}

/** All content by its shapes, or what is wrong with the shapes. */
export function parseFiles(files: Files): Parsed {
  const { content, problems } = parseReadable(files)
  return { content: problems.length > 0 ? null : content, problems }
}

/** What each file came to, and out of what: it need not be read again while that is the same. */
export type Kept = Map<string, { of: readonly unknown[]; result: unknown; problems: readonly Problem[] }>

/** What of the content has its shape, and what is wrong with the rest; null while a file that everything rests on has not. */
export function parseReadable(files: Files, kept: Kept = new Map()): Parsed {
  const reader = new ContentReader(files, kept)
  const content = reader.read()
  return { content, problems: reader.problems }
}

/** Both languages. Where one cannot be read the other stands in for it, so that whoever writes sees what there is: the problem is told. */
function bothOf<T>(en: T | null, ja: T | null): Localised<T> | null {
  const readable = en ?? ja
  return readable && { en: en ?? readable, ja: ja ?? readable }
}

class ContentReader {
  readonly problems: Problem[] = []
  readonly #files: Files
  readonly #kept: Kept

  constructor(files: Files, kept: Kept) {
    this.#files = files
    this.#kept = kept
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
    return text === null ? null : this.#keep(file, [text], (problems) => parseYaml(file, text, schema, problems))
  }

  /** @param of everything that the result depends on; a file is always read in the same way */
  #keep<T>(file: string, of: readonly unknown[], read: (problems: Problem[]) => T): T {
    const before = this.#kept.get(file)
    if (before?.of.every((part, index) => part === of[index])) {
      this.problems.push(...before.problems)
      return before.result as T
    }
    const problems: Problem[] = []
    const result = read(problems)
    this.#kept.set(file, { of, result, problems })
    this.problems.push(...problems)
    return result
  }

  #optional<T>(file: string, schema: z.ZodType<T>): Located<T> | null {
    return this.#files.has(file) ? this.#yaml(file, schema) : null
  }

  #dossier(id: string): DossierSource | null {
    const folder = `content/cases/${id}`
    const dossier = this.#yaml(`${folder}/dossier.yaml`, Dossier)
    const en = this.#yaml(`${folder}/facts.en.yaml`, FactSentences)
    const ja = this.#yaml(`${folder}/facts.ja.yaml`, FactSentences)
    const sentences = bothOf(en, ja)
    return dossier && sentences && { id, dossier, sentences }
  }

  #unit(id: string, base: Pick<ContentSource, 'facts' | 'rules' | 'people'>): UnitSource | null {
    const folder = `content/units/${id}`
    if (this.#files.has(`${folder}/quiz.yaml`)) {
      const quiz = this.#yaml(`${folder}/quiz.yaml`, Quiz)
      const en = this.#yaml(`${folder}/questions.en.yaml`, QuestionWords)
      const ja = this.#yaml(`${folder}/questions.ja.yaml`, QuestionWords)
      const words = bothOf(en, ja)
      return quiz && words && { kind: 'quiz', id, quiz, words }
    }
    if (this.#files.has(`${folder}/lab.yaml`)) return this.#lab(id, folder, base)
    const en = this.#lesson(folder, 'en', base)
    const ja = this.#lesson(folder, 'ja', base)
    const figures = this.#figures(`${folder}/figures.yaml`)
    const languages = bothOf(en, ja)
    return languages && { kind: 'lesson', id, languages, figures }
  }

  #lab(id: string, folder: string, base: Pick<ContentSource, 'facts' | 'rules'>): LabSource | null {
    const lab = this.#yaml(`${folder}/lab.yaml`, LabFile)
    const words = bothOf(this.#yaml(`${folder}/lab.en.yaml`, LabWordsFile), this.#yaml(`${folder}/lab.ja.yaml`, LabWordsFile))
    if (!lab || !words) return null
    const strokeOfFact = strokeOfFactIn(base)
    const recordOf = (language: Language) => parseLabRecord(words[language], lab.data.facts, language, strokeOfFact, this.problems)
    return { kind: 'lab', id, lab, words, records: { en: recordOf('en'), ja: recordOf('ja') } }
  }

  /** A lesson without figures has no such file. */
  #figures(file: string): Located<Figures> {
    return this.#optional(file, Figures) ?? { file, data: [], lineOf: () => 1 }
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
    const strokeOfFact = strokeOfFactIn({ facts, rules })
    return this.#keep(file, [text, facts, rules, people], (problems) =>
      parseLesson({ file, text, language, people: names, strokeOfFact }, problems),
    )
  }
}

/** How each fact of the ledger is drawn. */
function strokeOfFactIn({ facts, rules }: Pick<ContentSource, 'facts' | 'rules'>): (id: string) => string {
  const isOwnReading = (id: string, of: string) => of === 'audit' || rules.data.ownReadings.includes(id)
  const strokes = new Map(facts.data.map(({ id, status, case: of }) => [id, strokeOf({ status, isOwnReading: isOwnReading(id, of) })]))
  return (id) => strokes.get(id) ?? 'own'
}
