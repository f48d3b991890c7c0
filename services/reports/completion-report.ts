import type { Database } from '#db/client'
import { addCounts, assignedIn, type Counts, noCounts } from '#domain/reports/counts'
import { ReportFilter } from '#domain/reports/filter'
import { query } from '../query.ts'
import { type Standing, standingOf } from './get-overview.ts'
import { readCounts } from './read-counts.ts'
import { listed, type PersonRow, peoplePerPage, readPeople } from './read-people.ts'
import { plain, type ReadableScope, readScope, type Scope } from './scope.ts'

export interface CompletionReport {
  scope: Scope
  /** Of everybody the filter finds, whatever their status. */
  counts: Counts
  rows: PersonRow[]
  /** How many rows the filter finds with its status. */
  found: number
  pages: number
}

async function readReport(db: Database, scope: ReadableScope): Promise<CompletionReport> {
  const [byGroup, rows] = await Promise.all([readCounts(db, scope, listed(scope, null)), readPeople(db, scope)])
  const counts = byGroup.reduce((sum, own) => addCounts(sum, own.counts), noCounts)
  const { status } = scope.filter
  const found = status === null ? assignedIn(counts) : counts[status]
  return { scope: plain(scope), counts, rows, found, pages: Math.ceil(found / peoplePerPage) }
}

/** Who has completed a course and who has not: one row for each person within reach. */
export const getCompletionReport = query({
  permission: 'report.read',
  input: ReportFilter,
  run: async ({ db, input, ...asking }): Promise<CompletionReport> => readReport(db, await readScope({ db, ...asking }, input)),
})

export type GroupReport = CompletionReport & Standing

/** One group with all beneath it: its own groups by what needs attention, and its people. */
export const getGroupReport = query({
  permission: 'report.read',
  input: ReportFilter.extend({ group: ReportFilter.shape.group.unwrap().unwrap() }),
  run: async ({ db, input, ...asking }): Promise<GroupReport> => {
    const scope = await readScope({ db, ...asking }, input)
    const [report, counts] = await Promise.all([readReport(db, scope), readCounts(db, scope)])
    return { ...report, ...standingOf(scope, counts) }
  },
})
