import type { CourseVersion, Localised, Unit } from './types.ts'

/** A unit as a list shows it: nothing of what it teaches or asks. */
export interface UnitOutline {
  id: string
  kind: Unit['kind']
  hash: string
  title: Localised
  minutes: number
}

/** A course without its texts, questions and keys. */
export interface CourseOutline {
  id: string
  /** The version's hash. */
  hash: string
  case: string
  title: Localised
  shortName: Localised
  summary: Localised
  objectives: { id: string; text: Localised }[]
  minutes: number
  checkedOn: string
  units: UnitOutline[]
}

export function outlineOf({ units, facts: _, ...course }: CourseVersion): CourseOutline {
  return { ...course, units: units.map(({ id, kind, hash, title, minutes }) => ({ id, kind, hash, title, minutes })) }
}
