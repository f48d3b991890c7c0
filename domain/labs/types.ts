/** Shapes of an audit lab: what a seed makes, what the learner sees and gives, and what stays on the server. Plain data throughout. */
import type { Certainty } from '../attempts/types.ts'
import type { Language } from '../catalogue/types.ts'
import type { PlanReplay } from './replayed.ts'

/** A cell as generated: text, a number, a word of the lab's list (a code that has words in both languages), or nothing. */
export type Cell = string | number | null

export type ColumnKind =
  /** Names, addresses, marks: shown as they are. */
  | 'text'
  /** A code with words in the lab's `values`. */
  | 'word'
  | 'number'
  /** `YYYY-MM-DD`. */
  | 'day'
  /** `YYYY-MM-DDTHH:MM`, local time of the lab's world. */
  | 'time'

export interface Column {
  id: string
  kind: ColumnKind
}

export interface TableSpec {
  id: string
  columns: readonly Column[]
}

/** Row ids are the table's id and the row's place in it (by time, by a code, or by chance): `signups-17`. They say nothing else. */
export interface Row {
  id: string
  cells: readonly Cell[]
}

export interface Table extends TableSpec {
  rows: readonly Row[]
}

/** What the learner gets to see. */
export interface Evidence {
  tables: readonly Table[]
}

interface TaskBase {
  id: string
  weight: number
  /** Whether ‘cannot be known from this evidence’ is offered; it is wherever it might be true. */
  isUnknowableOffered?: boolean
}
export type TaskSpec = TaskBase &
  /** `isAside`: its rows are not what the case file is for, as the question tells; the same in every world. */
  (
    | { kind: 'rows'; table: string; isAside?: boolean }
    /** A choice of controls out of a table; together they may cost this much. Given as rows, scored by the days it saves. */
    | { kind: 'plan'; table: string; budget: { column: string; most: number } }
    /** One value out of a column, or one of a few codes besides (‘there is none’); or one out of a fixed list of codes. */
    | { kind: 'value'; from: { table: string; column: string; or?: readonly string[] } | { values: readonly string[] } }
    /** Of a unit by its id: the words of one that labs share stand in the messages, others in the lab's texts. */
    | { kind: 'number'; unit: string }
    | { kind: 'time' }
    /** Events to be put in order, by id; their words stand in the texts. */
    | { kind: 'order'; events: readonly string[] }
    /** One response, whose consequences are told afterwards. */
    | { kind: 'choice'; choices: readonly string[] }
    /** A rule tuned on the evidence; each setting is one of the listed values. */
    | { kind: 'rule'; settings: Readonly<Record<string, readonly number[]>>; tuned?: RuleTuning }
  )

/** What shows the effect of a rule while it is tuned; the tasks whose responses say, right or wrong, what it ought to catch. */
export interface RuleTuning {
  by: 'files-opened'
  account: string
  rows: string
}

/** A rule held against a suspicion: its false alarms are all alerts about anything else. */
export interface HeldAgainst {
  account: string
  nights: number
  /** The night on which the rule would have spoken, from 1; null where it would not. */
  night: number | null
  falseAlarms: number
  falseAlarmsPerWeek: number
}

export type TaskResponse =
  | { rows: readonly string[] }
  | { value: string }
  | { number: number }
  /** `YYYY-MM-DDTHH:MM`, or a day alone. */
  | { time: string }
  | { order: readonly string[] }
  | { choice: string }
  | { rule: Readonly<Record<string, number>> }
  | { isUnknowable: true }

/** A row in the case file, with the reason the learner gives. */
export interface Mark {
  row: string
  reason: string
}

export interface LabResponses {
  tasks: Readonly<Record<string, { given: TaskResponse; certainty: Certainty }>>
  marks: readonly Mark[]
  /** How many of the three hints were taken. */
  hints: number
}

/** What is right; null where it cannot be known from the evidence. */
export type TaskTruth =
  /** `weighs`: by row, what it weighs where it is taken by mistake, if that differs from what such rows weigh elsewhere. */
  | { kind: 'rows'; rows: readonly string[]; weighs?: Readonly<Record<string, number>> }
  | { kind: 'value'; value: string | null /** Worth of what is nearly right, 0..1. */; near?: Readonly<Record<string, number>> }
  | { kind: 'number'; value: number | null; tolerance: number }
  | ({ kind: 'time'; value: string | null } & TimeTolerance)
  | { kind: 'order'; order: readonly string[] }
  /** Worth of each choice, 0..1; the best is 1. */
  | { kind: 'choice'; worth: Readonly<Record<string, number>> }
  /** Worth of each rule, by its settings as `name=value` joined by `,` in the order of the task. */
  | { kind: 'rule'; worth: Readonly<Record<string, number>> }
  /** Worth of a plan: the days it saves, of the days that the best affordable one saves. */
  | { kind: 'plan'; model: PlanModel; best: number; proof?: PlanProof }

/** How far a time may be off: by so many minutes, or by so many days of the calendar, whatever the hour. */
export type TimeTolerance = { toleranceMinutes: number } | { toleranceDays: number }

/** What a plan is measured by: the incidents, and on which day each control would have seen what of them. */
export interface PlanModel {
  /** What all controls of a plan may cost together. */
  most: number
  controls: readonly { row: string; cost: number }[]
  incidents: readonly {
    id: string
    /** The day, counted from the entry, on which it was noticed without any of the controls. */
    noticedOn: number
    sights: readonly Sight[]
  }[]
}

/** Of what the proof of a plan is made, where each plan has its own; without it the rows are the same whatever is chosen. */
export interface PlanProof {
  /** The controls of the best plan. */
  best: readonly string[]
  /** By line, the row of the record that holds it. */
  records: Readonly<Record<string, string>>
}

/** The first look at which a control sees a line of an incident. */
export interface Sight {
  control: string
  day: number
  line: string
  /** The other control without which it would not see it. */
  needs?: string
}

/** One condition on a column; several must all hold. */
export type Condition = { column: string } & (
  | { is: Cell }
  | { in: readonly Cell[] }
  | { has: string }
  | { from?: string | number; to?: string | number }
  /** Hours of the day, both whole and included; one that is later than the other leads over midnight. */
  | { hours: { from: number; to: number } }
  /** 0 is Sunday. */
  | { weekdays: readonly number[] }
)

/** A view of one table: what the workbench shows, and what a step of the debrief sets. */
export interface View {
  table: string
  where: readonly Condition[]
  sort?: { column: string; isDescending: boolean }
  group?: string
  /** Words that some cell of the row holds, as it is shown. */
  find?: string
  /** The language in which the cells were shown then. */
  findIn?: Language
}

export interface DebriefStep {
  /** Its words stand in the texts under this id. */
  id: string
  view: View
  /** For the places in its words. */
  values: Readonly<Record<string, string | number>>
}

/** What only looked guilty, and why it was not. */
export interface Decoy {
  id: string
  rows: readonly string[]
  values: Readonly<Record<string, string | number>>
}

/** F1 of going by names alone, and what chance gives that way. */
export interface NamesOnly {
  guess: number
  chance: number
}

export interface Truth {
  tasks: Readonly<Record<string, TaskTruth>>
  /** The rows that prove it. */
  evidence: readonly string[]
  decoys: readonly Decoy[]
  /** The expert's path, three or four steps. */
  steps: readonly DebriefStep[]
  /**
   * What guessing by names alone scores on the rows of the main task, 0..1 (F1 of the best guess that looks at a name only), against chance;
   * null where the evidence has no names.
   */
  namesOnly: NamesOnly | null
}

export interface Generated {
  evidence: Evidence
  truth: Truth
}

/** A lab: pure, and the same for the same seed for ever. A change of what it makes is a new version; old ones stay while attempts need them. */
export interface Lab {
  id: string
  version: number
  tasks: readonly TaskSpec[]
  /**
   * By table, the columns of numbers whose sum means something: amounts, and neither hours nor intervals. It stands beside the evidence and
   * not in it, so that what a seed makes stays the same to the byte.
   */
  sums?: Readonly<Record<string, readonly string[]>>
  /** How its `namesOnly` was come by: by the rule that fits best, chosen with the truth known, unless it is the mean of all rules. */
  namesBy?: 'mean'
  /** @param seed 128 bits as 32 hexadecimal digits. */
  generate: (seed: string) => Generated
  /** Where it asks for a plan. */
  replay?: PlanReplay
}

/** Reasons as a reviewer who sees the evidence only would: for the proofs, never for the product. */
export type Solver = (
  evidence: Evidence,
  tasks: readonly TaskSpec[],
) => Pick<LabResponses, 'marks'> & { tasks: Record<string, TaskResponse> }
