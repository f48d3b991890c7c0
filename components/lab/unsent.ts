/** Changes of a case file that the server has not acknowledged, kept by the browser until it has: a page may be closed without a connection. */
import { applied, type Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { isSame } from '#domain/labs/same'

export interface Unsent {
  /** The number that the next write carried when the first of them was made. */
  sequence: number
  /** How many of them, from the first, were under way: they may have arrived although nobody answered. */
  underWay: number
  /** In their order. */
  changes: readonly Change[]
}

/** What of the browser's storage is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface UnsentStore {
  /** Null where there is nothing, or nothing that can be read. */
  read: () => Unsent | null
  /** Replaces what was kept; nothing unsent: removes it. @returns whether it is safe here. */
  keep: (unsent: Unsent) => boolean
}

const prefix = 'casebook.unsent.'
/** An attempt that nobody came back to for so long was ended elsewhere. */
const longest = 30 * 24 * 3_600_000

/** @param shelf null where the browser keeps nothing. @param now in milliseconds. */
export function unsentStore(shelf: Shelf | null, person: string, attempt: string, now: () => number = Date.now): UnsentStore {
  const key = `${prefix}${person}.${attempt}`
  return {
    read: () => readAt(shelf, key, now()),
    keep: (unsent) => {
      try {
        if (unsent.changes.length === 0) shelf?.removeItem(key)
        else if (!shelf) return false
        else shelf.setItem(key, JSON.stringify({ ...unsent, at: now() }))
        return true
      } catch {
        // What was kept before stays: better than nothing.
        return unsent.changes.length === 0
      }
    },
  }
}

/** Removes what others left unsent, of everybody where nobody is named. @returns how many case files had something in them. */
export function forgetUnsent(shelf: Shelf | null, but: string | null): number {
  const keys = Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '')
  const others = keys.filter((key) => key.startsWith(prefix) && (but === null || !key.startsWith(`${prefix}${but}.`)))
  for (const key of others) shelf?.removeItem(key)
  return others.length
}

/** The shelf for a device: what is put down on a shared one is gone with its tab. Null where the browser forbids it. */
export function shelfOf(isShared: boolean): Shelf | null {
  try {
    return isShared ? window.sessionStorage : window.localStorage
  } catch {
    return null
  }
}

function readAt(shelf: Shelf | null, key: string, now: number): Unsent | null {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(key) ?? 'null')
    if (isUnsent(kept) && now - kept.at < longest) return kept
    shelf?.removeItem(key)
  } catch {
    shelf?.removeItem(key)
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isUnsent(kept: unknown): kept is Unsent & { at: number } {
  if (!isObject(kept) || !Array.isArray(kept.changes)) return false
  const numbers = [kept.at, kept.sequence, kept.underWay]
  return numbers.every((number) => typeof number === 'number') && kept.changes.every(isChange)
}

/** As much of its shape as the page needs; the server looks at the rest. */
function isChange(change: unknown): change is Change {
  if (!isObject(change)) return false
  const { do: what, row, reason, task, given, view, text } = change
  const isText = (...values: unknown[]) => values.every((value) => typeof value === 'string')
  if (what === 'mark') return isText(row, reason)
  if (what === 'unmark') return isText(row)
  if (what === 'respond') return isText(task) && isObject(given)
  if (what === 'clear') return isText(task)
  if (what === 'note') return isText(text)
  return what === 'look' && isObject(view) && isText(view.table) && Array.isArray(view.where)
}

export interface Resumed {
  /** Follow what is saved: nothing else was written since. */
  send: readonly Change[]
  /** The case file was changed elsewhere meanwhile: whoever made them decides. */
  ask: readonly Change[]
}

/** What to do with changes that a page before this one left unsent. */
export function resumed(unsent: Unsent | null, { file, sequence }: Pick<LabView, 'file' | 'sequence'>): Resumed {
  if (!unsent) return { send: [], ask: [] }
  const { changes, underWay } = unsent
  const after = (some: readonly Change[]) => some.reduce<LabView['file']>(applied, file)
  if (sequence === unsent.sequence) return { send: changes, ask: [] }
  const isArrived = sequence === unsent.sequence + 1 && underWay > 0 && isSame(after(changes.slice(0, underWay)), file)
  if (isArrived) return { send: changes.slice(underWay), ask: [] }
  const work = workIn(changes, file)
  return { send: [], ask: isSame(after(work), file) ? [] : work }
}

/** The changes that make the case file another, one after the other; how one looked at a table is no work that is lost. */
function workIn(changes: readonly Change[], file: LabView['file']): Change[] {
  let now = file
  return changes.filter((change) => {
    const before = now
    now = change.do === 'look' ? now : applied(now, change)
    return !isSame(before, now)
  })
}
