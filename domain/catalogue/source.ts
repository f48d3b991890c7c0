/** Content as read from its files, with the place of each thing, so that a check can say file and line. */
import type {
  CourseFile,
  DossierFile,
  FactNotes,
  FactRules,
  FactSentences,
  Facts,
  Figures,
  Glossary,
  LabFile,
  LabWordsFile,
  LessonFrontMatter,
  Mappings,
  People,
  QuestionWords,
  QuizFile,
  TrackFile,
} from './schema.ts'
import type { Block, Language, Localised } from './types.ts'

export interface Problem {
  file: string
  /** Counted from 1. */
  line: number
  reason: string
}

export interface Located<T> {
  file: string
  data: T
  /** The line of the value at a path such as `['units', 2]`, or of the nearest thing above it that exists. */
  lineOf: (path: readonly (string | number)[]) => number
}

/** Plain text of a piece of content. `marks` say from which character on which line of the file holds. */
export interface SourceText {
  text: string
  marks: { at: number; line: number }[]
}

/** The words that attribute a fact, and where in the block's text they begin. */
export interface Attribution {
  fact: string
  words: string
  at: number
}

export interface SourceBlock {
  line: number
  source: SourceText
  attributions: Attribution[]
  block: Block
}

export interface SourceLesson extends Located<LessonFrontMatter> {
  language: Language
  title: SourceText
  standfirst: SourceText
  parts: { line: number; title: SourceText; blocks: SourceBlock[] }[]
}

export interface LessonSource {
  kind: 'lesson'
  id: string
  languages: Localised<SourceLesson>
  figures: Located<Figures>
}

export interface QuizSource {
  kind: 'quiz'
  id: string
  quiz: Located<QuizFile>
  words: Localised<Located<QuestionWords>>
}

export interface LabSource {
  kind: 'lab'
  id: string
  lab: Located<LabFile>
  words: Localised<Located<LabWordsFile>>
  /** `debrief.record` as the block it is. */
  records: Localised<SourceBlock>
}

export type UnitSource = LessonSource | QuizSource | LabSource

export interface DossierSource {
  /** The folder's name. */
  id: string
  dossier: Located<DossierFile>
  sentences: Localised<Located<FactSentences>>
}

export interface ContentSource {
  facts: Located<Facts>
  rules: Located<FactRules>
  /** English wording overrides the ledger's; Japanese is required for each fact used. */
  notes: Localised<Located<FactNotes>>
  people: Located<People>
  courses: Located<CourseFile>[]
  units: UnitSource[]
  tracks: Located<TrackFile>[]
  dossiers: DossierSource[]
  /** Null where the file is not there. */
  mappings: Located<Mappings> | null
  glossary: Located<Glossary> | null
}

/** The line on which the character at `index` stands. */
export function lineAt({ marks }: SourceText, index: number): number {
  return marks.findLast((mark) => mark.at <= index)?.line ?? marks[0]?.line ?? 1
}
