/** Somebody with right passwords: whose accounts, how many, when, from where and after what is drawn by the seed. */
import { minutesBetween, timeOn } from '../calendar.ts'
import { labStream } from '../stream.ts'
import { folders } from './folders.ts'
import type { Session } from './noise.ts'
import type { Account, World } from './world.ts'

export interface Incident {
  taken: readonly Account[]
  sessions: readonly Session[]
  /** What was taken from the shared files. */
  folder: string
  /** False where none of the accounts taken over has a record of files: what was read cannot be known. */
  isRead: boolean
}

const partUnread = 0.35
/** So long before or after a sign-in of the owner, in minutes: far less than the way from town to town. */
const apart = { least: 12, most: 100 }

export function incidentOf(seed: string, { days, accounts, pools }: World, ordinary: readonly Session[]): Incident {
  const stream = labStream(seed, 'incident')
  const isRead = !stream.chance(partUnread)
  // Whoever is at home on every day: so that each foreign sign-in has the owner's beside it.
  const open = accounts.filter(({ habit, log }) => ['ordinary', 'vpn', 'carrier'].includes(habit) && log === (isRead ? 'kept' : 'not_kept'))
  const taken = stream.sample(open, stream.int(2, 4))
  const owners = stream.shuffle(taken.flatMap((account) => Array<Account>(stream.int(2, 3)).fill(account)))
  const ways = new Map(taken.map((account) => [account, { line: pools.line(), device: pools.device() }]))
  const sessions = owners.map((account, index): Session => {
    const day = days[Math.floor(((index + stream.int(0, 999) / 1_000) * days.length) / owners.length)] ?? ''
    const own = ordinary.filter((one) => one.account === account && one.cause === 'work' && one.time.startsWith(day))
    const { time } = stream.pick(own)
    const distance = stream.int(apart.least, apart.most) * (stream.chance(0.5) ? 1 : -1)
    return {
      account,
      cause: 'intruder',
      time: timeOn(day, minutesBetween(day, time) + distance),
      town: pools.townNot(account.home),
      ...(ways.get(account) ?? { line: '', device: '' }),
      second: stream.chance(0.6) ? 'not_asked' : 'done',
    }
  })
  return { taken, sessions, folder: stream.pick(folders), isRead }
}
