import type { Question } from '#domain/catalogue/types'

export const certainties = ['guessing', 'fairly_sure', 'certain'] as const
/** How sure the learner says they are: reported as calibration, never part of a score. */
export type Certainty = (typeof certainties)[number]

/** What a learner gives: chosen ids (one, several, or all in order), or pairs of choice id and target id. */
export type ResponseValue = { choices: string[] } | { pairs: Record<string, string> }

/** A question as asked: the question of the pinned version with its choices (and targets) in the order shown. */
export interface AskedQuestion {
  question: Question
  /** Ids in the order shown. */
  shown: string[]
  shownTargets: string[]
  weight: number
}

/** What an attempt pins: enough to show, score and explain it years later. */
export interface AttemptSnapshot {
  /** What has no kind is a quiz. */
  kind?: undefined
  seed: string
  masteryScore: number
  feedback: 'each' | 'end'
  questions: AskedQuestion[]
}

/** What an attempt at a lab pins: evidence and truth are made again from it, as often as they are needed. It never leaves the server. */
export interface LabSnapshot {
  kind: 'lab'
  seed: string
  lab: { id: string; version: number }
  /** Hash of the unit whose words are shown. */
  contentVersion: string
  masteryScore: number
}
