import { type Answer, answerOf } from '#domain/reports/answer'
import { addCounts, type Counts, noCounts } from '#domain/reports/counts'
import { ReportFilter } from '#domain/reports/filter'
import { type GroupRow, type HomeGroupCounts, rollUp } from '#domain/reports/groups'
import { query } from '../query.ts'
import { readCounts } from './read-counts.ts'
import { readTrend, type Trend } from './read-trend.ts'
import { plain, readScope, type Scope } from './scope.ts'

/** Counts of a scope: the whole, each group beneath the one in view, and the sentence they make. */
export interface Standing {
  total: Counts
  groupRows: GroupRow[]
  answer: Answer
}
export interface Overview extends Standing {
  scope: Scope
  trend: Trend
}

export function standingOf(scope: Scope, counts: HomeGroupCounts[]): Standing {
  const groupRows = rollUp(scope.groups, counts, scope.inView)
  const total = counts.reduce((sum, own) => addCounts(sum, own.counts), noCounts)
  return { total, groupRows, answer: answerOf(total, groupRows) }
}

/** How a course stands within reach: the answer, its trend, and the groups by what needs attention. */
export const getOverview = query({
  permission: 'report.read',
  input: ReportFilter,
  run: async ({ db, input, ...asking }): Promise<Overview> => {
    const scope = await readScope({ db, ...asking }, input)
    const [counts, trend] = await Promise.all([readCounts(db, scope), readTrend(db, scope)])
    return { scope: plain(scope), ...standingOf(scope, counts), trend }
  },
})
