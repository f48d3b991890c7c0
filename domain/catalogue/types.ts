/** Shapes of a compiled course version: what `services/catalogue` stores and pages render. Plain data, safe HTML strings included. One file: the shapes build on each other. */

export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]
export type Localised<T = string> = Record<Language, T>

/** The closed list of kinds of claim in the ledger. */
export const factStatuses = [
  'confirmed-by-organisation',
  'official-statistic',
  'official-allegation',
  'media-report',
  'researcher-finding',
  'law-or-standard',
  'disputed-or-corrected',
] as const
export type FactStatus = (typeof factStatuses)[number]

/** A fact as a margin note shows it: who says so, how it is known, how sure. Never the ledger's raw statement. */
export interface FactNote {
  id: string
  status: FactStatus
  /** True for entries of the case `audit`: our own reading, shown without a stroke. */
  isOwnReading: boolean
  whoSays: Localised
  /** Publisher and date of the first source; never a headline. */
  source: Localised
  confidence: 'high' | 'medium' | 'low'
}

export type Block =
  | { kind: 'prose'; html: string }
  | { kind: 'record'; html: string; facts: string[] }
  | { kind: 'moment'; who: string; name: string; role: string; html: string }
  | { kind: 'decision'; id: string; promptHtml: string; choices: DecisionChoice[] }
  | { kind: 'figure'; id: string; captionHtml: string; facts: string[] }
  | SortBlock
  | SpotBlock
  | WalkBlock

/** Things and where each belongs. `things` come mixed; `target` is the id of the target where a thing belongs. */
export interface SortBlock {
  kind: 'sort'
  id: string
  promptHtml: string
  targets: { id: string; label: string }[]
  things: { id: string; html: string; target: string; whyHtml: string }[]
}

/** The rows of a record in the order of their first cells; those of the first of two targets are to be marked. */
export interface SpotBlock {
  kind: 'spot'
  id: string
  promptHtml: string
  columns: string[]
  targets: { id: string; label: string }[]
  things: { id: string; cells: string[]; target: string; whyHtml: string }[]
}

/** Moments that are opened one after another; `whyHtml` says what each could have told. */
export interface WalkBlock {
  kind: 'walk'
  id: string
  promptHtml: string
  steps: { id: string; time: string; html: string; whyHtml: string }[]
}

export interface DecisionChoice {
  /** Stable within the decision: `1`, `2`, … */
  id: string
  html: string
  consequences: { time: string | null; html: string }[]
}

export interface LessonPart {
  /** `p1`, `p2`, …: the same in both languages; used as an anchor and as the remembered place. */
  id: string
  title: string
  blocks: Block[]
}

export interface LessonUnit {
  kind: 'lesson'
  id: string
  /** SHA-256 of this unit's canonical JSON: the unit version. */
  hash: string
  title: Localised
  standfirst: Localised
  minutes: number
  objectives: string[]
  facts: string[]
  decisions: string[]
  parts: Localised<LessonPart[]>
  figures: Figure[]
}

interface FigureBase {
  id: string
  title: Localised
  /** The text equivalent. */
  text: Localised
  facts: string[]
}
export interface TimelineFigure extends FigureBase {
  kind: 'timeline'
  from: string
  to: string
  entries: { facts: string[]; start: string; end?: string; label: Localised; note: Localised; when: Localised; who: Localised }[]
  spans: { start: string; end: string; label: Localised; note: Localised }[]
}
export interface PathFigure extends FigureBase {
  kind: 'path'
  stops: { id: string; label: Localised; note: Localised; side: 'inside' | 'outside'; seen: boolean }[]
  links: Localised[]
  border: Localised
  viewer: Localised
}
export interface MatrixFigure extends FigureBase {
  kind: 'matrix'
  corner: Localised
  columns: { id: string; label: Localised; note?: Localised }[]
  rows: { id: string; label: Localised; note?: Localised; cells: Record<string, { value: 'yes' | 'no' | 'partly'; note?: Localised }> }[]
  legend: Record<'yes' | 'no' | 'partly', Localised>
}
/** A total in its parts. */
export interface PartsFigure extends FigureBase {
  kind: 'parts'
  unit: Localised
  total: { value: number; label: Localised }
  parts: { id: string; value: number; label: Localised; note?: Localised }[]
}
/** Amounts side by side. */
export interface BarsFigure extends FigureBase {
  kind: 'bars'
  unit: Localised
  entries: { id: string; value: number; label: Localised; note?: Localised; emphasis?: true }[]
}
export const laneSpanKinds = ['unseen', 'known', 'told'] as const
/** Several rows on one scale of time; a span without end is a moment. */
export interface LanesFigure extends FigureBase {
  kind: 'lanes'
  from: string
  to: string
  legend: Record<(typeof laneSpanKinds)[number], Localised>
  lanes: {
    id: string
    label: Localised
    facts: string[]
    spans: { kind: (typeof laneSpanKinds)[number]; start: string; end?: string; label: Localised }[]
  }[]
}
export const reachStates = ['reached', 'untouched', 'unknown'] as const
/** What one thing commands: a hub and what hangs on it. */
export interface ReachFigure extends FigureBase {
  kind: 'reach'
  hub: { label: Localised; note: Localised }
  legend: Record<(typeof reachStates)[number], Localised>
  groups: { id: string; label: Localised; note?: Localised; state: (typeof reachStates)[number] }[]
}
export type Figure = TimelineFigure | PathFigure | MatrixFigure | PartsFigure | BarsFigure | LanesFigure | ReachFigure

export const questionKinds = ['one-choice', 'several-choices', 'order', 'match'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface QuestionChoice {
  id: string
  text: Localised
  why: Localised
}
interface QuestionBase {
  id: string
  difficulty: 1 | 2 | 3
  objective: string
  facts: string[]
  prompt: Localised
  choices: QuestionChoice[]
}
export type Question = QuestionBase &
  (
    | { kind: 'one-choice'; correct: [string] }
    | { kind: 'several-choices'; correct: string[] }
    /** `correct` is every choice id in the right order. */
    | { kind: 'order'; correct: string[] }
    | { kind: 'match'; targets: { id: string; text: Localised }[]; correct: Record<string, string> }
  )

export interface QuizUnit {
  kind: 'quiz'
  id: string
  hash: string
  title: Localised
  minutes: number
  draw: number
  masteryScore: number
  /** Attempts before a pause of `pauseDays` days. */
  attempts: number
  pauseDays: number
  feedback: 'each' | 'end'
  questions: Question[]
}

/** The words of a lab in one language. */
export interface LabWords {
  brief: string[]
  tables: Record<string, { title: string; about: string; columns: Record<string, string> }>
  /** Of every code in a column of words, or in the list of a task. */
  values: Record<string, string>
  tasks: Record<string, LabTaskWords>
  hints: Record<string, string>
  debrief: {
    steps: Record<string, { title: string; text: string }>
    decoys: Record<string, string>
    /** What each decoy is called; not in courses published before there were such names. */
    decoyNames?: Record<string, string>
    recordHtml: string
    control: string
  }
}
export interface LabTaskWords {
  prompt: string
  short: string
  /** The outcome is told afterwards. */
  choices?: Record<string, { text: string; outcome: string }>
  events?: Record<string, string>
  unit?: string
  settings?: Record<string, string>
}

export interface LabUnit {
  kind: 'lab'
  /** Also that of the lab in `domain/labs`. */
  id: string
  hash: string
  /** The version of the lab that new attempts get. */
  version: number
  title: Localised
  minutes: number
  objectives: string[]
  /** What the record of the debrief tells, in the order of its text. */
  facts: string[]
  controls: Partial<Pick<Controls, 'cis' | 'nist-csf' | 'iso-27001'>>
  /** How many tasks there are. */
  tasks: number
  masteryScore: number
  attempts: number
  pauseDays: number
  hints: string[]
  words: Localised<LabWords>
}

export type Unit = LessonUnit | QuizUnit | LabUnit

/** One statement of a dossier, as readers get it. */
export interface DossierFact {
  note: FactNote
  text: Localised
  /** The day or period it is about: `2016`, `2016-09` or `2016-09-30`; `end` is null for a single one. Null for what has no date. */
  date: { start: string; end: string | null } | null
  /** Official pages only. */
  links: { title: Localised; url: string }[]
}

/** What is known of a case, and who says so: published with the courses of the case. */
export interface Dossier {
  /** SHA-256 of this dossier's canonical JSON. */
  hash: string
  case: string
  title: Localised
  standfirst: Localised
  sections: { id: string; title: Localised; facts: DossierFact[] }[]
  notKnown: Localised[]
  timeline: TimelineFigure
  /** The day the ledger was last checked, ISO date. */
  checkedOn: string
}

export const frameworks = ['nist-800-53', 'nist-csf', 'iso-27001', 'cis', 'pci-dss', 'attack'] as const
export type Framework = (typeof frameworks)[number]
/** Ids of the controls an objective serves: our own reading. */
export type Controls = Record<Framework, string[]>

/** Everything a course version is; its `hash` is the SHA-256 of the canonical JSON of all other fields. */
export interface CourseVersion {
  hash: string
  id: string
  case: string
  title: Localised
  shortName: Localised
  summary: Localised
  objectives: { id: string; text: Localised; controls?: Controls }[]
  minutes: number
  units: Unit[]
  /** The full course of which this one is the short edition. */
  edition?: { of: string; kind: 'short' }
  /** What to do on Monday: the end of the course. */
  monday?: Localised[]
  /** Two parallel sets of questions, for before and after. */
  forms?: { before: string[]; after: string[] }
  /** The dossier of its case, where there is one. */
  dossier?: Dossier
  /** Notes of every fact used by the units, by id. */
  facts: Record<string, FactNote>
  /** The day the ledger was last checked, ISO date. */
  checkedOn: string
}
