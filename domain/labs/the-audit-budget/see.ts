/** Who sees what, and why not: the rules of the model, in one place for grading, the debrief and the replay. */
import type { UnseenReason } from '../replayed.ts'
import { type Control, keepLogs, recordOf } from './controls.ts'
import type { FirmRow } from './firm.ts'
import type { Incident, Line } from './incident.ts'

/** What logs are kept for, once they are sent elsewhere. */
const daysInStore = 365

interface Setting {
  firm: readonly FirmRow[]
  /** The control that keeps logs elsewhere, where it is bought. */
  store: Control | null
}

/** The day of the look that sees a line, or why none does. The first look after the line decides: whatever is lost by then stays lost. */
export function lookAt(control: Control, line: Line, { noticedOn }: Incident, setting: Setting): number | UnseenReason {
  if (control.watches !== line.trace || control.every === null) return 'not-watched'
  if (!covers(control, line)) return 'not-covered'
  const record = keptOf(line, setting)
  if (record.days === null) return 'not-written'
  const look = Math.max(1, Math.ceil(line.day / control.every)) * control.every
  if (record.isOnMachine && line.erasedOn !== null && line.erasedOn <= look) return 'erased'
  if (look - line.day > record.days) return 'overwritten'
  return look < noticedOn ? look : 'too-late'
}

/** Whether a line could still be read on a day, as records are kept without any control. */
export function isReadable(line: Line, day: number, firm: readonly FirmRow[]): boolean {
  const { days, isOnMachine } = keptOf(line, { firm, store: null })
  if (days === null || day - line.day > days) return false
  return !isOnMachine || line.erasedOn === null || line.erasedOn > day
}

export const rowOf = (line: Line, firm: readonly FirmRow[]): number =>
  firm.findIndex(({ item, place }) => item === recordOf[line.trace] && place === line.place)

function keptOf(line: Line, { firm, store }: Setting): { days: number | null; isOnMachine: boolean } {
  const row = firm[rowOf(line, firm)]
  const isStored = store !== null && covers(store, line)
  // What is sent elsewhere makes the store that was missing; it does not write what nobody wrote.
  if (isStored && (row?.kept === 'on-the-machine' || row?.item === 'log-store'))
    return { days: Math.max(daysInStore, row.days ?? 0), isOnMachine: false }
  return { days: row?.days ?? null, isOnMachine: row?.kept === 'on-the-machine' }
}

const covers = ({ covers: reach }: Control, { place }: Line) => reach === 'all' || reach === place

export const isStore = ({ code }: Control) => code === keepLogs
