/** What a plan would have done, incident by incident: shapes of the replay in the debrief of a lab that asks for a plan. */

/** Why a plan did not see a line. */
export const unseenReasons = ['not-watched', 'not-covered', 'not-written', 'overwritten', 'erased', 'too-late'] as const
export type UnseenReason = (typeof unseenReasons)[number]

/** A line that an incident left: codes of what and where, and the day counted from the entry. */
export interface LineLeft {
  line: string
  trace: string
  place: string
  leftOn: number
}

/** A control that saw a line, by its code and row, on the day of its look. */
export interface Caught extends LineLeft {
  control: string
  row: string
  day: number
}

/** A line that the plan did not see before the incident was noticed anyway. */
export interface Missed extends LineLeft {
  why: UnseenReason
}

export interface Replayed {
  /** The firm it happened to, by its trade. */
  incident: string
  /** The day on which it was noticed without a plan. */
  noticedOn: number
  /** The controls that saw something up to the day it was noticed, in the order of their days: two that decide, or one that was explained away. */
  caughtBy: readonly Caught[]
  /** The day on which the plan notices it; null where it does not. */
  day: number | null
  daysSaved: number
  missed: readonly Missed[]
}

export interface Weighed {
  cost: number
  most: number
  isAffordable: boolean
  daysSaved: number
  /** What the best affordable plan saves. */
  best: number
  incidents: readonly Replayed[]
}

export interface Compared {
  earlier: Weighed
  later: Weighed
  /** Codes of the controls in both plans, in the later only, in the earlier only. */
  kept: readonly string[]
  added: readonly string[]
  dropped: readonly string[]
  /** Days that the later plan saves more, by incident; below zero where it saves less. */
  gained: Readonly<Record<string, number>>
}

/** Tries plans in the world of a seed; a plan is rows of the table of controls. */
export type PlanReplay = (seed: string) => {
  /** A plan with what it costs and what it would have done. */
  weigh: (plan: readonly string[]) => Weighed
  /** Two plans side by side. The rows of the controls are the same in every world, so that the plan of an earlier attempt can be tried on a later one. */
  compare: (earlier: readonly string[], later: readonly string[]) => Compared
}
