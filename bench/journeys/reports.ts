import { reportedCourse } from '../cast.ts'
import { compressed } from '../visitor.ts'
import type { Journey } from './journey.ts'

/** The report page of the course over everybody, with its fifty rows. */
export const report: Journey = {
  name: 'report page, whole organisation',
  operations: 100,
  warmUp: 300,
  concurrencies: [1],
  reach: { wall: 15 },
  prepare: async ({ cast }) => {
    const reviewer = await cast.account('reviewer')
    return () => reviewer.ask(`/reports/courses/${reportedCourse}`, { headers: compressed })
  },
}

export const exportPath = `/reports/courses/${reportedCourse}/export`

/** Everybody's line in the course, as CSV. One person may ask for so many in a row before being slowed down. */
export const completionExport: Journey = {
  name: 'CSV of all completions',
  operations: 12,
  concurrencies: [1],
  reach: { wall: 100 },
  prepare: async ({ cast }) => {
    const reviewer = await cast.account('reviewer')
    return () => reviewer.ask(exportPath)
  },
}
