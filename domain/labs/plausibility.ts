import type { CaseFile } from './case-file.ts'
import type { DebriefStep, Table } from './types.ts'

/** What makes one wonder how a result came about: for reviewers, and told to the person; never a mark. */
export const signals = ['far_faster', 'table_unseen', 'never_narrowed', 'without_reasons'] as const
export type Signal = (typeof signals)[number]

/** Below this part of the time a lab is meant to take nobody can have read what it asks. */
const leastPart = 0.2

/** A table of so many rows is read on a few screens: whoever narrows none of them has still seen everything. */
const readAtOnce = 100

interface Work {
  /** Minutes that the lab is meant to take. */
  minutes: number
  /** Seconds from the beginning to the submission. */
  seconds: number
  score: number
  file: Pick<CaseFile, 'marks' | 'path' | 'table'>
  /** In the order of the lab: it opens with the first. */
  tables: readonly Pick<Table, 'id' | 'rows'>[]
  steps: readonly Pick<DebriefStep, 'view'>[]
}

/** Signals of a result that was good, yet hardly worked for. What somebody did badly in a hurry needs no explanation. */
export function implausible(work: Work): Signal[] {
  const { minutes, seconds, score, file } = work
  if (score < 0.7) return []
  return [
    ...(seconds < minutes * 60 * leastPart ? ['far_faster' as const] : []),
    ...ofLooking(work),
    ...(file.marks.length > 0 && file.marks.every(({ reason }) => reason === '') ? ['without_reasons' as const] : []),
  ]
}

/** Only the script records what is looked at: where nothing was, it is not known what was seen, and nobody is accused of it. */
function ofLooking({ file, tables, steps }: Work): Signal[] {
  if (file.path.length === 0) return []
  const views = file.path.map(({ view }) => view)
  const seen = new Set([tables[0]?.id, file.table, ...views.map(({ table }) => table)])
  const isNarrowed = views.some(({ where, find, sort, group }) => where.length > 0 || find || sort || group)
  const isLong = tables.some(({ rows }) => rows.length > readAtOnce)
  return [
    ...(steps.some(({ view }) => !seen.has(view.table)) ? ['table_unseen' as const] : []),
    ...(isLong && !isNarrowed ? ['never_narrowed' as const] : []),
  ]
}
