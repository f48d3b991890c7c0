import type { Problem } from './source.ts'

/** What somebody may be working on. */
export type Subject = { kind: 'unit' | 'course' | 'case'; id: string }

/** A folder with all in it, or a file. */
const places: Record<Subject['kind'], (id: string) => string> = {
  unit: (id) => `content/units/${id}/`,
  course: (id) => `content/courses/${id}.yaml`,
  case: (id) => `content/cases/${id}/`,
}

/** Whether a problem lies in the files of a subject, or names them or it: the marks of reviews and translations stand in files of their own. */
export function concerns({ file, reason }: Pick<Problem, 'file' | 'reason'>, { kind, id }: Subject): boolean {
  const place = places[kind](id)
  return file.startsWith(place) || reason.includes(place) || reason.includes(`“${id}”`)
}
