export interface UnitNames {
  course: string
  unit: string
}
export interface UnitParams {
  params: Promise<UnitNames>
}

type Search = string | string[] | undefined

/** The index of the question that `?question=N` asks for; null without one. */
export const positionIn = (question: Search): number | null =>
  typeof question === 'string' && /^\d{1,3}$/.test(question) ? Math.max(0, Number(question) - 1) : null

/** Addresses of a unit and of what its page posts to. */
export function pathsOf(courseId: string, unitId: string) {
  const course = `/courses/${encodeURIComponent(courseId)}`
  const page = `${course}/${encodeURIComponent(unitId)}`
  return {
    course,
    page,
    /** Where a form begins an attempt. */
    attempt: `${page}/attempt`,
    response: `${page}/response`,
    draft: `${page}/draft`,
    place: `${page}/place`,
    decision: `${page}/decision`,
    caseFile: `${page}/case-file`,
    hint: `${page}/hint`,
    submission: `${page}/submission`,
    /** The feedback to a question, by its index from 0. */
    question: (position: number) => `${page}?question=${position + 1}`,
  }
}

export const unitPage = ({ course, unit }: UnitNames): string => pathsOf(course, unit).page
