import { countOutcomes, type Outcome, type Planned } from '#domain/assignments/plan'
import { PreviewAssignment } from '#domain/assignments/schema'
import type { Localised } from '#domain/catalogue/types'
import { query } from '../query.ts'
import { type PlannedAudience, planCourses } from './plan-audience.ts'

export type PreviewRow = Planned & { name: string; groupName: string }
/** What will happen in one course. */
export interface CoursePreview {
  courseTitle: Localised
  counts: Record<Outcome, number>
  /** Of those left out, by reason. */
  leftOut: { inactive: number; done: number }
}
export interface Preview extends CoursePreview {
  meant: number
  /** The other courses of a track. */
  others: CoursePreview[]
  rows: PreviewRow[]
  /** How many the chosen outcome has, over all pages. */
  count: number
  page: number
  pages: number
}

/** What creating this assignment now would do, by the same plan, with one page of the people meant by the first course. */
export const previewAssignment = query({
  permission: 'assignment.create',
  input: PreviewAssignment,
  run: async ({ db, now, reach, input }): Promise<Preview> => {
    const [first, ...others] = await planCourses(db, reach, now, input)
    const { members, plan } = first
    const rows = plan
      .map((planned, index) => ({ ...planned, name: members[index]?.name ?? '', groupName: members[index]?.groupName ?? '' }))
      .filter((row) => input.outcome === null || row.outcome === input.outcome)
    const pages = Math.max(1, Math.ceil(rows.length / input.pageSize))
    const page = Math.min(input.page, pages)
    return {
      ...countsOf(first),
      others: others.map(countsOf),
      meant: plan.length,
      rows: rows.slice((page - 1) * input.pageSize, page * input.pageSize),
      count: rows.length,
      page,
      pages,
    }
  },
})

function countsOf({ course, plan }: PlannedAudience): CoursePreview {
  const inactive = plan.filter((each) => each.outcome === 'left_out' && each.reason === 'inactive').length
  const counts = countOutcomes(plan)
  return { courseTitle: course.title, counts, leftOut: { inactive, done: counts.left_out - inactive } }
}
