import type { CaseFile } from './case-file.ts'
import type { DebriefStep } from './types.ts'

/** What makes one wonder how a result came about: for reviewers, and told to the person; never a mark. */
export const signals = ['far_faster', 'table_unseen', 'never_narrowed', 'without_reasons'] as const
export type Signal = (typeof signals)[number]

/** Below this part of the time a lab is meant to take nobody can have read what it asks. */
const leastPart = 0.2

interface Work {
  /** Minutes that the lab is meant to take. */
  minutes: number
  /** Seconds from the beginning to the submission. */
  seconds: number
  score: number
  file: Pick<CaseFile, 'marks' | 'path' | 'table'>
  steps: readonly Pick<DebriefStep, 'view'>[]
}

/** Signals of a result that was good, yet hardly worked for. What somebody did badly in a hurry needs no explanation. */
export function implausible({ minutes, seconds, score, file, steps }: Work): Signal[] {
  if (score < 0.7) return []
  const views = file.path.map(({ view }) => view)
  const seen = new Set([file.table, ...views.map(({ table }) => table)])
  const isNarrowed = views.some(({ where, find, sort, group }) => where.length > 0 || find || sort || group)
  return [
    ...(seconds < minutes * 60 * leastPart ? ['far_faster' as const] : []),
    ...(steps.some(({ view }) => !seen.has(view.table)) ? ['table_unseen' as const] : []),
    ...(isNarrowed ? [] : ['never_narrowed' as const]),
    ...(file.marks.length > 0 && file.marks.every(({ reason }) => reason === '') ? ['without_reasons' as const] : []),
  ]
}
