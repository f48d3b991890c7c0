'use client'

import { useEffect, useRef, useState } from 'react'
import { applied, type Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { type BoxState, type ChangeBox, createChangeBox, type Reply, replyOf } from './change-box.ts'

const secondsBetweenTries = 5

export interface Bench {
  file: LabView['file']
  state: BoxState
  sequence: number
  /** What will never be kept, and is undone here. */
  lost: readonly Change[]
  forgetLost: () => void
  change: (change: Change) => void
  settled: () => Promise<number | null>
}

/** The case file in the browser: changed at once, and sent behind it. */
export function useBench(view: LabView, address: string): Bench {
  const [file, setFile] = useState(view.file)
  const [{ state, sequence }, setState] = useState<{ state: BoxState; sequence: number }>({
    state: { kind: 'idle' },
    sequence: view.sequence,
  })
  const [lost, setLost] = useState<readonly Change[]>([])
  const box = useRef<ChangeBox | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one box for the whole page, which counts for itself after the first number
  useEffect(() => {
    const post = (changes: readonly Change[], number: number) => send(address, view.attemptId, changes, number)
    box.current = createChangeBox({
      sequence: view.sequence,
      post,
      untilBack,
      tell: (now, number) => setState({ state: now, sequence: number }),
      drop: (change, left) => {
        setFile(left.reduce<LabView['file']>(applied, view.file))
        setLost((now) => [...now, change])
      },
    })
    const renew = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload()
    window.addEventListener('pageshow', renew)
    return () => window.removeEventListener('pageshow', renew)
  }, [])
  return {
    ...{ file, state, sequence, lost },
    forgetLost: () => setLost([]),
    change: (change) => {
      setFile((now) => applied(now, change))
      box.current?.put(change)
    },
    settled: async () => (await box.current?.settled()) ?? null,
  }
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
