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
  objectives: CourseVersion['objectives']
  minutes: number
  checkedOn: string
  units: UnitOutline[]
  edition?: CourseVersion['edition']
  monday?: CourseVersion['monday']
  /** The title of the dossier of its case; null where there is none. */
  dossierTitle: Localised | null
}

export function outlineOf({ units, facts: _, forms: __, dossier, ...course }: CourseVersion): CourseOutline {
  return {
    ...course,
    dossierTitle: dossier?.title ?? null,
    units: units.map(({ id, kind, hash, title, minutes }) => ({ id, kind, hash, title, minutes })),
  }
}
