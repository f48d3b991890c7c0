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

/** What one page keeps of an attempt: each has a place of its own, so that tabs beside each other do not put theirs in the place of another's. */
export interface UnsentStore {
  /** What pages before this one left, the longest kept first; empty where there is nothing, or nothing that can be read. */
  read: () => Unsent[]
  /**
   * Replaces what this page kept, and with it what was read; nothing unsent: removes it. What another page has changed since it was read stays.
   * @returns whether it is safe here.
   */
  keep: (unsent: Unsent) => boolean
}

const prefix = 'casebook.unsent.'
/** An attempt that nobody came back to for so long was ended elsewhere. */
const longest = 30 * 24 * 3_600_000

/** @param shelf null where the browser keeps nothing. @param now in milliseconds. @param page which of those that are open. */
export function unsentStore(
  shelf: Shelf | null,
  person: string,
  attempt: string,
  now: () => number = Date.now,
  page = pageId(),
): UnsentStore {
  const ofAttempt = `${prefix}${person}.${attempt}`
  const own = `${ofAttempt}.${page}`
  let read: { key: string; text: string }[] = []
  return {
    read: () => {
      const left = keysOn(shelf, ofAttempt).flatMap((key) => readAt(shelf, key, now()) ?? [])
      read = left.map(({ key, text }) => ({ key, text }))
      return left.map(({ unsent }) => unsent).sort((a, b) => a.at - b.at)
    },
    keep: (unsent) => {
      try {
        if (unsent.changes.length === 0) shelf?.removeItem(own)
        else if (!shelf) return false
        else shelf.setItem(own, JSON.stringify({ ...unsent, at: now() }))
      } catch {
        // What was kept before stays: better than nothing.
        return unsent.changes.length === 0
      }
      for (const { key, text } of read) if (key !== own && shelf?.getItem(key) === text) shelf.removeItem(key)
      read = []
      return true
    },
  }
}

// Not of `crypto.randomUUID`, which a page without TLS does not have.
const pageId = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`

const keysOn = (shelf: Shelf | null, beginning: string): string[] =>
  Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '').filter((key) => key.startsWith(beginning))

/** Removes what others left unsent, of everybody where nobody is named. @returns how many pages had something in them. */
export function forgetUnsent(shelf: Shelf | null, but: string | null): number {
  const others = keysOn(shelf, prefix).filter((key) => but === null || !key.startsWith(`${prefix}${but}.`))
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

type Kept = Unsent & { at: number }

function readAt(shelf: Shelf | null, key: string, now: number): { key: string; text: string; unsent: Kept } | null {
  const text = shelf?.getItem(key) ?? 'null'
  try {
    const unsent: unknown = JSON.parse(text)
    if (isUnsent(unsent) && now - unsent.at < longest) return { key, text, unsent }
  } catch {
    // As one that is of another shape.
  }
  shelf?.removeItem(key)
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isUnsent(kept: unknown): kept is Kept {
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

/** What to do with changes that pages before this one left unsent: those of one may follow what is saved, those of several knew nothing of each other. */
export function resumed(left: readonly Unsent[], view: Pick<LabView, 'file' | 'sequence'>): Resumed {
  const each = left.map((unsent) => resumedOne(unsent, view))
  const withWork = each.filter(({ send, ask }) => [...send, ...ask].some(({ do: what }) => what !== 'look'))
  if (withWork.length < 2) return withWork[0] ?? each[0] ?? { send: [], ask: [] }
  return {
    send: [],
    ask: workIn(
      withWork.flatMap(({ send, ask }) => [...send, ...ask]),
      view.file,
    ),
  }
}

function resumedOne({ sequence: from, underWay, changes }: Unsent, { file, sequence }: Pick<LabView, 'file' | 'sequence'>): Resumed {
  const after = (some: readonly Change[]) => some.reduce<LabView['file']>(applied, file)
  if (sequence === from) return { send: changes, ask: [] }
  const isArrived = sequence === from + 1 && underWay > 0 && isSame(after(changes.slice(0, underWay)), file)
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
