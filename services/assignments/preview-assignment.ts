import { countOutcomes, type Outcome, type Planned } from '#domain/assignments/plan'
import { PreviewAssignment } from '#domain/assignments/schema'
import type { Localised } from '#domain/catalogue/types'
import { query } from '../query.ts'
import { planAudience } from './plan-audience.ts'

export type PreviewRow = Planned & { name: string; groupName: string }
export interface Preview {
  courseTitle: Localised
  meant: number
  counts: Record<Outcome, number>
  /** Of those left out, by reason. */
  leftOut: { inactive: number; done: number }
  rows: PreviewRow[]
  /** How many the chosen outcome has, over all pages. */
  count: number
  page: number
  pages: number
}

/** What creating this assignment now would do, by the same plan, with one page of the people meant. */
export const previewAssignment = query({
  permission: 'assignment.create',
  input: PreviewAssignment,
  run: async ({ db, now, reach, input }): Promise<Preview> => {
    const { course, members, plan } = await planAudience(db, reach, now, input)
    const rows = plan
      .map((planned, index) => ({ ...planned, name: members[index]?.name ?? '', groupName: members[index]?.groupName ?? '' }))
      .filter((row) => input.outcome === null || row.outcome === input.outcome)
    const pages = Math.max(1, Math.ceil(rows.length / input.pageSize))
    const page = Math.min(input.page, pages)
    const inactive = plan.filter((each) => each.outcome === 'left_out' && each.reason === 'inactive').length
    const counts = countOutcomes(plan)
    return {
      courseTitle: course.title,
      meant: plan.length,
      counts,
      leftOut: { inactive, done: counts.left_out - inactive },
      rows: rows.slice((page - 1) * input.pageSize, page * input.pageSize),
      count: rows.length,
      page,
      pages,
    }
  },
})
