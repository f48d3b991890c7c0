import type { Role } from '../policy.ts'

/** Kitahama Instruments, a made-up maker of measuring devices. */
export const organisation = { name: 'Kitahama Instruments', timeZone: 'Asia/Tokyo', domain: 'kitahama.example' } as const

export const guidance = {
  reportToEn: 'The incident desk, extension 4400 at any hour, or incident@kitahama.example.',
  reportToJa: 'インシデント窓口：内線4400（24時間）、または incident@kitahama.example。',
  callEn: 'Not sure? Call Information systems, extension 4410. Nobody is blamed for asking.',
  callJa: '迷ったときは情報システム部（内線4410）へ。問い合わせたことを責められることはありません。',
} as const

/** Whom dossiers name for corrections. */
export const contact = { contactName: 'Training desk, Human resources', contactEmail: 'training@kitahama.example' } as const

export interface DemoGroup {
  key: string
  name: string
  parent: string | null
  /** How many of a hundred people belong to it. */
  share: number
  /** How many of a hundred people of it have an e-mail address. */
  withEmail: number
}

const group = (key: string, name: string, parent: string | null, share: number, withEmail = 100): DemoGroup => ({
  key,
  name,
  parent,
  share,
  withEmail,
})

/** Fourteen home groups, each parent before its children. */
export const groups: readonly DemoGroup[] = [
  group('root', organisation.name, null, 2),
  group('head', 'Head office', 'root', 4),
  group('sales', 'Sales', 'head', 11),
  group('engineering', 'Engineering', 'head', 14),
  group('systems', 'Information systems', 'head', 5),
  group('staff', 'Human resources', 'head', 4),
  group('nagoya', 'Nagoya works', 'root', 3),
  group('assembly', 'Assembly', 'nagoya', 16, 25),
  group('calibration', 'Calibration', 'nagoya', 8),
  group('matsumoto', 'Matsumoto works', 'root', 3),
  group('machining', 'Machining', 'matsumoto', 12, 30),
  group('quality', 'Quality', 'matsumoto', 6),
  group('europe', 'Kitahama Europe', 'root', 6),
  group('malaysia', 'Kitahama Malaysia', 'root', 6),
]

export interface CastMember {
  /** The part of the address before the @, and how the account is named where accounts are listed. */
  account: string
  name: string
  group: string
  grants: { role: Exclude<Role, 'owner'>; of: string | null }[]
  /** Came so many days ago, and is in the middle of the course; without it there from the beginning. */
  joinedDaysAgo?: number
}

/** Those whom a visitor signs in as. The owner sets the organisation up. */
export const owner = { account: 'owner', name: 'Ayaka Mori' } as const
export const cast: readonly CastMember[] = [
  { account: 'admin', name: 'Daichi Noda', group: 'staff', grants: [{ role: 'admin', of: null }] },
  { account: 'admin.nagoya', name: 'Rosa Pinto', group: 'nagoya', grants: [{ role: 'admin', of: 'nagoya' }] },
  { account: 'reviewer', name: 'Mika Sand', group: 'systems', grants: [{ role: 'reviewer', of: null }] },
  { account: 'reviewer.europe', name: 'Jonas Vogel', group: 'europe', grants: [{ role: 'reviewer', of: 'europe' }] },
  { account: 'auditor', name: 'Priya Iyer', group: 'head', grants: [{ role: 'auditor', of: null }] },
  { account: 'supervisor', name: 'Kwame Boateng', group: 'calibration', grants: [] },
  { account: 'learner', name: 'Hana Ishida', group: 'calibration', grants: [], joinedDaysAgo: 60 },
]
export const accounts: readonly string[] = [owner, ...cast].map(({ account }) => account)
export const addressOf = (account: string): string => `${account}@${organisation.domain}`
