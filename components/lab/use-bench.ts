'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { applied, type Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { type BoxState, type ChangeBox, createChangeBox, type Reply, replyOf } from './change-box.ts'
import { forgetUnsent, resumed, shelfOf, type Unsent, unsentStore } from './unsent.ts'

const secondsBetweenTries = 5

/** Whose case file it is, and whether others use the device. */
export interface Keeper {
  person: string
  isShared: boolean
}

export interface Bench {
  file: LabView['file']
  state: BoxState
  sequence: number
  /** Closing the page loses nothing: what is not acknowledged lies in the browser. */
  isSafe: boolean
  /** What will never be kept, and is undone here. */
  lost: readonly Change[]
  forgetLost: () => void
  /** What earlier pages left unsent, while the case file was changed elsewhere. */
  left: readonly Change[]
  decide: (isSent: boolean) => void
  /** Goes up whenever the case file became another than what was done to it here, so that fields show what it holds. */
  turn: number
  change: (change: Change) => void
  settled: () => Promise<number | null>
}

const nothing = { underWay: 0, changes: [] }

/** The case file in the browser: changed at once, and sent behind it. */
export function useBench(view: LabView, address: string, { person, isShared }: Keeper): Bench {
  const [file, setFile] = useState(view.file)
  const [{ state, sequence }, setState] = useState<{ state: BoxState; sequence: number }>({
    state: { kind: 'idle' },
    sequence: view.sequence,
  })
  const [isSafe, setSafe] = useState(true)
  const [lost, setLost] = useState<readonly Change[]>([])
  const [left, setLeft] = useState<readonly Change[]>([])
  const [turn, setTurn] = useState(0)
  const box = useRef<ChangeBox | null>(null)
  const keep = useRef<(unsent: Unsent) => void>(() => undefined)
  const make = (changes: readonly Change[]) => {
    setFile((now) => changes.reduce<LabView['file']>(applied, now))
    for (const change of changes) box.current?.put(change)
  }
  const resume = (changes: readonly Change[]) => {
    if (changes.length === 0) return
    make(changes)
    setTurn((now) => now + 1)
  }
  // There is a box before anything can be pressed: an effect of the other kind comes later, and what was handed in meanwhile went nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one box for the whole page, which counts for itself after the first number
  useLayoutEffect(() => {
    const shelf = shelfOf(isShared)
    forgetUnsent(shelf, person)
    const store = unsentStore(shelf, person, view.attemptId)
    keep.current = (unsent) => {
      // On a shared device it is gone with the tab.
      const isKept = store.keep(unsent) && (unsent.changes.length === 0 || !isShared)
      setSafe(isKept)
      warnUnless(isKept)
    }
    const post = (changes: readonly Change[], number: number) => send(address, view.attemptId, changes, number)
    box.current = createChangeBox({
      sequence: view.sequence,
      post,
      untilBack,
      tell: (now, number) => setState({ state: now, sequence: number }),
      keep: (unsent) => keep.current(unsent),
      drop: (change, others) => {
        setFile(others.reduce<LabView['file']>(applied, view.file))
        setTurn((now) => now + 1)
        setLost((now) => [...now, change])
      },
    })
    const found = resumed(store.read(), view)
    if (found.ask.length > 0) setLeft(found.ask)
    else if (found.send.length > 0) resume(found.send)
    else keep.current({ ...nothing, sequence: view.sequence })
    const renew = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload()
    window.addEventListener('pageshow', renew)
    window.addEventListener('pagehide', leaveField)
    return () => {
      window.removeEventListener('pagehide', leaveField)
      window.removeEventListener('pageshow', renew)
      warnUnless(true)
    }
  }, [])
  return {
    ...{ file, state, sequence, isSafe, lost, left, turn },
    forgetLost: () => setLost([]),
    decide: (isSent) => {
      setLeft([])
      if (isSent) resume(left)
      else keep.current({ ...nothing, sequence })
    },
    change: (change) => make([change]),
    settled: async () => (await box.current?.settled()) ?? null,
  }
}

/** What stands in a field is kept when it is left: with the page, too. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

/** Who leaves the page is asked first, for as long as that would lose something. */
function warnUnless(isSafe: boolean): void {
  if (isSafe) window.removeEventListener('beforeunload', warn)
  else window.addEventListener('beforeunload', warn)
}

const mostKeptAlive = 60_000

async function send(address: string, attempt: string, changes: readonly Change[], sequence: number): Promise<Reply> {
  const body = new URLSearchParams({ attempt, sequence: String(sequence), changes: JSON.stringify(changes) })
  // What is to outlive its page may not be larger (Fetch Standard, 64 KiB in flight): a browser refuses it as if it were offline.
  const keepalive = body.toString().length < mostKeptAlive
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, keepalive })
    return replyOf(response.status, await response.json())
  } catch {
    return { kind: 'unsent', message: null }
  }
}

/** Until the browser says it is online, the page is looked at again, or a few seconds have passed. */
function untilBack(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      window.removeEventListener('focus', done)
      resolve()
    }
    const timer = setTimeout(done, secondsBetweenTries * 1000)
    window.addEventListener('online', done)
    window.addEventListener('focus', done)
  })
}
