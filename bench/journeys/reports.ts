import { compressed } from '../visitor.ts'
import type { Journey } from './journey.ts'

/** The report page of the course over everybody, with its fifty rows. */
export const report: Journey = {
  name: 'report page, whole organisation',
  operations: 100,
  concurrencies: [1],
  reach: Number.POSITIVE_INFINITY,
  wallReach: 15,
  prepare: async ({ cast }) => {
    const reviewer = await cast.account('reviewer')
    return () => reviewer.ask(`/reports/courses/${cast.course.id}`, { headers: compressed })
  },
}
