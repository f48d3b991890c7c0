/** Ordinary life on the file server, and what was announced there: large, late or in an unusual place, each for a reason. */
import { daysFrom, isWorkingDay } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'
import { type Account, type Area, areas, type Notice, type World } from './world.ts'

/** How many files one account opened in one area within one hour; `cause` never leaves the generator. */
export interface Entry {
  day: string
  hour: number
  account: string
  area: Area
  opened: number
  cause: 'work' | 'backup' | 'shift' | 'one-night' | 'quiet' | 'own-evening' | Notice['what']
}

export const backupAccount = 'backup'

/** How much is read by night in this firm, in percent: what is much in one is little in another. */
export const scaleOf = (seed: string): number => labStream(seed, 'scale').pick([50, 100, 200])

export function makeNoise(seed: string, world: World): Entry[] {
  return [...work(seed, world), ...backup(seed, world), ...shifts(seed, world), ...oneNights(seed, world), ...announced(seed, world)]
}

/** One to four hours with some reading on a working day, mostly in one's own area. */
function work(seed: string, { days, accounts }: World): Entry[] {
  const stream = labStream(seed, 'work')
  return days.filter(isWorkingDay).flatMap((day) =>
    accounts.flatMap((account) => {
      if (stream.chance(0.08)) return []
      const hours = stream.sample([8, 9, 10, 11, 13, 14, 15, 16, 17, 18], stream.int(1, 4))
      return hours.map((hour) => {
        const area = stream.chance(0.72) ? account.area : 'projects'
        return entry(day, hour, account.id, area, stream.int(2, 14) + stream.int(0, 14), 'work')
      })
    }),
  )
}

/** Everything, every night: the largest numbers of all. */
function backup(seed: string, { days }: World): Entry[] {
  const stream = labStream(seed, 'backup')
  const sizes = areas.map((area) => [area, stream.int(1_500, 6_000)] as const)
  return days.flatMap((day) =>
    sizes.map(([area, size], index) => entry(day, index < 4 ? 1 : 2, backupAccount, area, size + stream.int(0, 40), 'backup')),
  )
}

/** The test stands run through the night, and somebody reads their results: at odd hours, in the right place. */
function shifts(seed: string, { days, accounts }: World): Entry[] {
  const stream = labStream(seed, 'shifts')
  const onShift = accounts.filter(({ isOnShift }) => isOnShift)
  return days.flatMap((day, index) =>
    onShift.flatMap((account, place) => {
      if (Math.floor(index / 7) % 2 !== place || !stream.chance(0.75)) return []
      const hours = stream.sample([0, 1, 2, 3, 4, 5], stream.int(1, 2))
      return hours.map((hour) => entry(day, hour, account.id, stream.chance(0.8) ? account.area : 'projects', stream.int(8, 60), 'shift'))
    }),
  )
}

/** Once each, somebody looks something up at night in another area: a call from abroad, a night without sleep. */
function oneNights(seed: string, { days, plain }: World): Entry[] {
  const stream = labStream(seed, 'nights')
  return stream.sample(plain, 6).map((account) => {
    const area = otherArea(stream, account)
    return entry(stream.pick(days.slice(2)), stream.int(0, 5), account.id, area, stream.int(3, 90), 'one-night')
  })
}

export const otherArea = (stream: LabStream, { area }: Account): Area =>
  stream.pick(areas.filter((one) => one !== area && one !== 'projects'))

function announced(seed: string, { notices }: World): Entry[] {
  return notices.flatMap((notice) => {
    const stream = labStream(seed, notice.what)
    const period = daysFrom(notice.from, notice.to)
    const scaled = (low: number, high: number) => Math.round((stream.int(low, high) * scaleOf(seed)) / 100)
    return notice.accounts.flatMap((account) => period.flatMap((day) => dayOf(stream, scaled, notice, account, day)))
  })
}

/** What one account does on one day of an announced piece of work. */
function dayOf(
  stream: LabStream,
  scaled: (low: number, high: number) => number,
  { what, to }: Notice,
  account: string,
  day: string,
): Entry[] {
  const at = (hour: number, area: Area, opened: number) => entry(day, hour, account, area, opened, what)
  const hoursOf = (hours: readonly number[], count: number) => stream.sample(hours, count)
  switch (what) {
    case 'quarter-end':
      return [
        ...hoursOf([19, 20, 21, 22, 23], 2).map((hour) => at(hour, 'finance', stream.int(60, 320))),
        ...(stream.chance(0.55) ? [at(stream.int(0, 1), 'bids', scaled(30, 170))] : []),
      ]
    case 'migration':
      return hoursOf([0, 3, 4, 20, 21, 22, 23], 5).flatMap((hour) =>
        stream.sample(areas, 2).map((area) => at(hour, area, stream.int(1_200, 7_500))),
      )
    case 'restore-tests':
      return stream.chance(0.55) ? [at(stream.int(0, 5), stream.pick(['bids', 'drawings', 'finance']), scaled(60, 210))] : []
    case 'deadline':
      return day === to ? [] : [at(stream.int(20, 23), 'bids', stream.int(80, 260)), at(stream.int(0, 2), 'drawings', stream.int(40, 150))]
    case 'handover':
      return isWorkingDay(day) ? hoursOf([9, 10, 14, 16, 19], 3).map((hour) => at(hour, 'tests', stream.int(150, 620))) : []
    case 'audit':
      return isWorkingDay(day)
        ? hoursOf([8, 9, 10, 13, 14, 15, 16], 6).map((hour) => at(hour, stream.pick(areas), stream.int(60, 260)))
        : []
  }
}

const entry = (day: string, hour: number, account: string, area: Area, opened: number, cause: Entry['cause']): Entry => ({
  day,
  hour,
  account,
  area,
  opened,
  cause,
})
