export interface UnitParams {
  params: Promise<{ course: string; unit: string }>
}

/** Addresses of a unit and of what its page posts to. */
export function pathsOf(courseId: string, unitId: string) {
  const course = `/courses/${encodeURIComponent(courseId)}`
  const page = `${course}/${encodeURIComponent(unitId)}`
  return {
    course,
    page,
    response: `${page}/response`,
    draft: `${page}/draft`,
    place: `${page}/place`,
    decision: `${page}/decision`,
    /** The feedback to a question, by its index from 0. */
    question: (position: number) => `${page}?question=${position + 1}`,
  }
}
