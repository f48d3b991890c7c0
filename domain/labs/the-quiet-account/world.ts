/** The firm of this lab: eight weeks around the end of a quarter, its accounts, and what was announced. */
import { dayAfter, daysFrom, isWorkingDay, weekdayOf } from '../calendar.ts'
import { namesFrom } from '../people.ts'
import { type LabStream, labStream } from '../stream.ts'

const quarterEnds = ['2024-03-31', '2024-06-30', '2024-09-30', '2025-03-31', '2025-06-30', '2025-09-30'] as const
const days = 56

/** What belongs to a department; `projects` belongs to everybody. */
const ownAreas = { bids: 'bids', design: 'drawings', finance: 'finance', it: 'archive', personnel: 'personnel', quality: 'tests' } as const
export type Department = keyof typeof ownAreas
export type Area = (typeof ownAreas)[Department] | 'projects'
export const areas: readonly Area[] = ['archive', 'bids', 'drawings', 'finance', 'personnel', 'projects', 'tests']
const people = [
  ['bids', 6],
  ['design', 10],
  ['finance', 6],
  ['it', 3],
  ['personnel', 3],
  ['quality', 5],
] as const

export interface Account {
  id: string
  department: Department
  area: Area
  holder: string
  isOnShift: boolean
}

export interface Notice {
  from: string
  to: string
  what: 'audit' | 'deadline' | 'handover' | 'migration' | 'quarter-end' | 'restore-tests'
  accounts: readonly string[]
}

export interface World {
  days: readonly string[]
  accounts: readonly Account[]
  notices: readonly Notice[]
  /** Accounts about which nothing was announced and that work by day. */
  plain: readonly Account[]
}

/** @param daysBefore the first Monday, with which the records begin; it differs between versions. */
export function makeWorld(seed: string, daysBefore: number): World {
  const stream = labStream(seed, 'calendar')
  const quarterEnd = stream.pick(quarterEnds)
  const around = dayAfter(quarterEnd, -stream.int(18, 34))
  const first = dayAfter(around, -((weekdayOf(around) + 6) % 7) - daysBefore)
  const period = daysFrom(first, dayAfter(first, days - 1))
  const accounts = makeAccounts(seed)
  const notices = makeNotices(labStream(seed, 'notices'), { period, daysBefore, quarterEnd }, accounts)
  const named = new Set(notices.flatMap((notice) => notice.accounts))
  const plain = accounts.filter(({ id, isOnShift }) => !isOnShift && !named.has(id))
  return { days: period, accounts, notices, plain }
}

function makeAccounts(seed: string): Account[] {
  const count = people.reduce((sum, [, size]) => sum + size, 0)
  const names = namesFrom(labStream(seed, 'names'), count)
  const stream = labStream(seed, 'accounts')
  const inShift = new Set(stream.sample([1, 2, 3, 4, 5], 2))
  return people.flatMap(([department, size]) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${department}-${String(index + 1).padStart(2, '0')}`,
      department,
      area: ownAreas[department],
      holder: names.pop() ?? '',
      isOnShift: department === 'quality' && inShift.has(index + 1),
    })),
  )
}

interface Calendar {
  period: readonly string[]
  daysBefore: number
  quarterEnd: string
}

function makeNotices(stream: LabStream, { period, daysBefore, quarterEnd }: Calendar, accounts: readonly Account[]): Notice[] {
  const dayAt = (index: number) => period[index] as string
  const inDepartment = (department: Department) =>
    accounts.filter((one) => one.department === department && !one.isOnShift).map(({ id }) => id)
  const working = period.map((_, index) => index).filter((index) => index > 2 && index < 45 && isWorkingDay(dayAt(index)))
  const week = stream.int(1, 6) * 7 + daysBefore
  const [mover = '', tester = ''] = stream.sample(inDepartment('it'), 2)
  const due = stream.pick(working)
  const [handedOver, audited] = [stream.pick(working), stream.pick(working)]
  const restore = stream.int(3, 14)
  const notices: Notice[] = [
    { from: dayAfter(quarterEnd, -3), to: dayAfter(quarterEnd, 4), what: 'quarter-end', accounts: inDepartment('finance') },
    { from: dayAt(week + 4), to: dayAt(week + 6), what: 'migration', accounts: [mover] },
    { from: dayAt(restore), to: dayAt(restore + stream.int(32, 38)), what: 'restore-tests', accounts: [tester] },
    { from: dayAt(due), to: dayAt(due + 2), what: 'deadline', accounts: stream.sample(inDepartment('bids'), 3).sort() },
    { from: dayAt(handedOver), to: dayAt(handedOver + 5), what: 'handover', accounts: [stream.pick(inDepartment('design'))] },
    { from: dayAt(audited), to: dayAt(audited + 6), what: 'audit', accounts: [stream.pick(inDepartment('quality'))] },
  ]
  return notices.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.what < b.what ? -1 : 1))
}
