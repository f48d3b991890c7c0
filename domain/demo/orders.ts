/** What the admins have done, in days before the loading; dates after it are negative. */

export interface DemoAssignment {
  courseId: string
  daysAgo: number
  /** Keys of groups; empty: everybody. */
  groups: string[]
  dueDaysAgo: number
}

const rented = 'rented-short'
/** The course that the newcomer among those whom a visitor signs in as is in the middle of. */
export const courseUnderWay = 'rented-in-someone-elses-name'

/** Branch by branch in the first year, everybody who came since at the end; further courses when these are known. */
export const assignments: readonly DemoAssignment[] = [
  { courseId: rented, daysAgo: 505, groups: ['head'], dueDaysAgo: 445 },
  { courseId: rented, daysAgo: 415, groups: ['nagoya'], dueDaysAgo: 355 },
  { courseId: rented, daysAgo: 325, groups: ['matsumoto'], dueDaysAgo: 265 },
  { courseId: rented, daysAgo: 235, groups: ['europe', 'malaysia'], dueDaysAgo: 175 },
  { courseId: rented, daysAgo: 110, groups: ['head', 'nagoya'], dueDaysAgo: 50 },
  { courseId: 'who-says-so', daysAgo: 95, groups: [], dueDaysAgo: 38 },
  { courseId: courseUnderWay, daysAgo: 45, groups: ['systems', 'calibration'], dueDaysAgo: -12 },
  { courseId: rented, daysAgo: 40, groups: [], dueDaysAgo: -9 },
  { courseId: 'when-the-guard-turns-short', daysAgo: 24, groups: ['head'], dueDaysAgo: -30 },
]

export interface DemoList {
  name: string
  /** Key of the group that keeps it. */
  group: string
  /** Every so manieth person of these groups. */
  every: number
  of: string[]
}

export const lists: readonly DemoList[] = [
  { name: 'First aiders', group: 'root', every: 20, of: [] },
  { name: 'Administrators of systems', group: 'head', every: 2, of: ['systems'] },
  { name: 'Forklift drivers', group: 'nagoya', every: 5, of: ['assembly'] },
]

/** How many in a hundred of those still at it shortly before the date get more time, or are let off. */
export const exceptions = { extended: 25, waived: 8 } as const

/** Every so manieth person is away between these days. */
export const leave = { every: 40, fromDaysAgo: 25, untilDaysAgo: -30 } as const
