import { compressed } from '../visitor.ts'
import { type Journey, usual } from './journey.ts'

/** Pages that learners open: each of many people their own. */
const page = (name: string, path: (courseId: string, lessonId: string) => string): Journey => ({
  name,
  operations: 600,
  warmUp: 2400,
  concurrencies: usual,
  reach: { cpu: 5 },
  prepare: async ({ cast }) => {
    const learners = await cast.learners(40, 'enrolled')
    const lesson = cast.course.units.find(({ kind }) => kind === 'lesson')
    const address = path(cast.course.id, lesson?.id ?? '')
    return (index) => learners[index % learners.length]?.visitor.ask(address, { headers: compressed }) ?? Promise.reject()
  },
})

export const training = page('/training', () => '/training')
export const lesson = page('a lesson', (course, unit) => `/courses/${course}/${unit}`)
