/** What is done in a session: mailbox rules made, files listed, opened and downloaded. */
import { minutesBetween, timeOn } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'
import { folders, foldersOf } from './folders.ts'
import type { Incident } from './incident.ts'
import type { Session } from './noise.ts'

export interface Rule {
  session: Session
  time: string
  about: 'newsletter' | 'invoice' | 'alert' | 'all'
  does: 'move' | 'hide' | 'delete' | 'forward_inside' | 'forward_outside'
}

export interface FileUse {
  session: Session
  time: string
  action: 'listed' | 'opened' | 'downloaded'
  folder: string
  file: string | null
}

const later = ({ time }: Session, minutes: number): string => timeOn(time.slice(0, 10), minutesBetween(time.slice(0, 10), time) + minutes)

/** Owners make every kind of rule: newsletters out of sight, mail to a colleague on leave, to a contractor outside, alerts to a folder. */
const ownersRules: readonly (readonly [readonly [Rule['about'], Rule['does']], number])[] = [
  [['newsletter', 'move'], 8],
  [['newsletter', 'hide'], 6],
  [['invoice', 'hide'], 4],
  [['invoice', 'forward_inside'], 5],
  [['all', 'forward_inside'], 5],
  [['all', 'forward_outside'], 3],
  [['alert', 'hide'], 4],
  [['alert', 'delete'], 3],
]
/** What keeps the owner from noticing, or keeps the mail coming. */
const intrudersRules = [
  ['invoice', 'hide'],
  ['alert', 'hide'],
  ['alert', 'delete'],
  ['all', 'forward_outside'],
] as const

export function rulesOf(seed: string, ordinary: readonly Session[], { taken, sessions }: Incident): Rule[] {
  const stream = labStream(seed, 'rules')
  const made = (session: Session, [about, does]: readonly [Rule['about'], Rule['does']]): Rule => ({
    session,
    time: later(session, stream.int(3, 18)),
    about,
    does,
  })
  const work = ordinary.filter(({ cause }) => cause === 'work' || cause === 'vpn' || cause === 'travel')
  const own = stream.sample(work, stream.int(110, 140)).map((session) => made(session, stream.weighted(ownersRules)))
  const foreign = taken.map((account) => made(stream.pick(sessions.filter((one) => one.account === account)), stream.pick(intrudersRules)))
  return [...own, ...foreign]
}

const partWithFiles = 0.42
const causesWithFiles = new Set(['work', 'vpn', 'travel', 'visit'])

/** The record of files, of the accounts for which one is kept. */
export function filesOf(seed: string, ordinary: readonly Session[], incident: Incident): FileUse[] {
  const stream = labStream(seed, 'files')
  const logged = ordinary.filter(({ account, cause }) => account.log === 'kept' && causesWithFiles.has(cause))
  const busy = stream.sample(logged, 3)
  const own = logged.flatMap((session) => (!busy.includes(session) && stream.chance(partWithFiles) ? ownUses(stream, session) : []))
  const foreign = incident.isRead ? incident.sessions.flatMap((session) => foreignUses(stream, session, incident.folder)) : []
  // Before a deadline three people download another folder, more often than the one that was taken from.
  const full = stream.pick(folders.filter((folder) => folder !== incident.folder))
  const taken = [...own, ...foreign].filter(({ action, folder }) => action === 'downloaded' && folder === incident.folder).length
  const atOnce = Math.max(12, Math.ceil(taken / busy.length))
  return [...own, ...foreign, ...busy.flatMap((session) => uses(stream, session, 'downloaded', full, atOnce + stream.int(2, 8)))]
}

function ownUses(stream: LabStream, session: Session): FileUse[] {
  const folder = stream.chance(0.8) ? stream.pick(foldersOf[session.account.department]) : stream.pick(folders)
  const action = () =>
    stream.weighted([
      ['opened', 7],
      ['downloaded', 3],
      ['listed', 2],
    ] as const)
  return Array.from({ length: stream.int(1, 4) }, () => uses(stream, session, action(), folder, 1)).flat()
}

/** Who does not know the place looks round in several folders, and takes from one. */
function foreignUses(stream: LabStream, session: Session, folder: string): FileUse[] {
  const others = stream.sample(
    folders.filter((one) => one !== folder),
    stream.int(1, 3),
  )
  return [
    ...others.flatMap((other) => uses(stream, session, 'listed', other, 1)),
    ...uses(stream, session, 'opened', stream.pick(others), stream.int(1, 2)),
    ...uses(stream, session, 'downloaded', folder, stream.int(2, 6)),
  ]
}

const uses = (stream: LabStream, session: Session, action: FileUse['action'], folder: string, count: number): FileUse[] =>
  Array.from({ length: count }, () => ({
    session,
    time: later(session, stream.int(2, 55)),
    action,
    folder,
    file: action === 'listed' ? null : `${folder.slice(0, 2).toUpperCase()}-${stream.int(1_000, 9_999)}.pdf`,
  }))
