/** What of a lab may leave the server, in one language: the evidence and what is asked, and the debrief once it is given. */
import type { Certainty } from '../attempts/types.ts'
import type { FactNote } from '../catalogue/types.ts'
import type { CaseFile } from './case-file.ts'
import type { Signal } from './plausibility.ts'
import type { Compared, Replayed, UnseenReason, Weighed } from './replayed.ts'
import type { TaskPoints } from './score.ts'
import type { Cell, ColumnKind, HeldAgainst, NamesOnly, RuleTuning, TaskResponse, View } from './types.ts'

/** A table with its words. The id of a row is that of its table and its place, from 1. */
export interface TableView {
  id: string
  title: string
  about: string
  columns: { id: string; kind: ColumnKind; title: string; isSummed?: boolean }[]
  rows: (readonly Cell[])[]
}

interface TaskViewBase {
  id: string
  prompt: string
  short: string
  isUnknowableOffered: boolean
  /** It counts no points, and is there to think with. */
  isUnscored?: boolean
}
/** What a number is a number of: as said of one, and of any other number. */
export interface UnitTold {
  one: string
  other: string
}
interface Option {
  id: string
  text: string
}
export type TaskView = TaskViewBase &
  (
    | { kind: 'rows'; table: string; isAside: boolean }
    | { kind: 'plan'; table: string; budget: { column: string; most: number } }
    | { kind: 'value'; options: Option[]; from: { table: string; column: string } | null }
    | { kind: 'number'; unit: UnitTold }
    | { kind: 'time' }
    /** In an order drawn by the attempt. */
    | { kind: 'order'; events: Option[] }
    | { kind: 'choice'; choices: Option[] }
    | { kind: 'rule'; settings: { id: string; title: string; values: readonly number[] }[]; tuned: RuleTuning | null }
  )

export interface LabView {
  attemptId: string
  /** The number of writes so far, for the next one to carry. */
  sequence: number
  savedAt: Date
  brief: string[]
  tables: TableView[]
  /** The words of codes. */
  values: Record<string, string>
  tasks: TaskView[]
  hints: { taken: { id: string; text: string; price: number }[]; next: number | null }
  file: Omit<CaseFile, 'path' | 'hints'>
  /** Whether reviewers may read it once it is given. */
  isReadable: boolean
}

/** A response in words; null: nothing was given. */
export type ResponseWords = { isUnknowable: true } | { lines: string[] } | null

export interface TaskDebrief {
  id: string
  prompt: string
  /** 0..1. */
  worth: number
  /** Of the points for findings; as they are, not rounded. */
  points: TaskPoints
  given: ResponseWords
  certainty: Certainty | null
  right: ResponseWords
  /** What the choice made leads to. */
  outcome: string | null
  /** What the rule given, and the best one, would have caught; null where the task asks for none. */
  rule: { yours: HeldAgainst | null; best: HeldAgainst } | null
}

export interface RowTold {
  row: string
  table: string
  label: string
}

/** A line of an incident in words, with the day on which it was left. */
export interface LineTold {
  line: string
  trace: string
  place: string
  leftOn: number
}

/** A plan replayed, in words. */
export interface PlanTold extends Pick<Weighed, 'cost' | 'most' | 'isAffordable' | 'daysSaved' | 'best'> {
  incidents: (Pick<Replayed, 'incident' | 'noticedOn' | 'day' | 'daysSaved'> & {
    firm: string
    seen: (LineTold & { control: string; day: number })[]
    missed: (LineTold & { why: UnseenReason })[]
  })[]
}

export interface PlanDebrief {
  /** Null where none was given. */
  yours: PlanTold | null
  best: PlanTold
  /** The plan of an earlier attempt, tried in the world of this one; null where there is none to set beside it. */
  earlier: ({ submittedAt: Date; plan: PlanTold } & Pick<Compared, 'kept' | 'added' | 'dropped' | 'gained'>) | null
}

export interface DebriefView {
  number: number
  submittedAt: Date
  score: number
  isPassed: boolean
  masteryScore: number
  /** 0..1 of each part, and what the hints cost. */
  findings: number
  evidence: number
  hints: number
  tasks: TaskDebrief[]
  found: (RowTold & { reason: string })[]
  missed: RowTold[]
  /** Marked, and neither proof nor decoy. */
  beside: (RowTold & { reason: string })[]
  /** Free words, as they were when it was given; empty where there are none. */
  note: string
  decoys: { id: string; why: string; rows: number; marked: (RowTold & { reason: string })[] }[]
  steps: { id: string; title: string; text: string; view: View; rows: number }[]
  calibration: { certainty: Certainty; given: number; worth: number }[]
  namesOnly: (NamesOnly & { by: 'best' | 'mean' }) | null
  signals: Signal[]
  /** Whether reviewers may read this. */
  isReadable: boolean
  recordHtml: string
  facts: FactNote[]
  control: string
  controls: Partial<Record<'cis' | 'nist-csf' | 'iso-27001', string[]>>
  /** Null where the lab asks for no plan. */
  plan: PlanDebrief | null
  tables: TableView[]
  values: Record<string, string>
}

/** A response as the case file holds it. */
export type Held = { given: TaskResponse; certainty: Certainty | null }
