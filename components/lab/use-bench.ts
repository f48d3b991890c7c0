'use client'

import { useEffect, useRef, useState } from 'react'
import { applied, type Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { type BoxState, type ChangeBox, createChangeBox, type Reply } from './change-box.ts'

const secondsBetweenTries = 5

export interface Bench {
  file: LabView['file']
  state: BoxState
  sequence: number
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
  const box = useRef<ChangeBox | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one box for the whole page, which counts for itself after the first number
  useEffect(() => {
    const post = (changes: readonly Change[], number: number) => send(address, view.attemptId, changes, number)
    box.current = createChangeBox({
      sequence: view.sequence,
      post,
      untilBack,
      tell: (now, number) => setState({ state: now, sequence: number }),
    })
    const renew = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload()
    window.addEventListener('pageshow', renew)
    return () => window.removeEventListener('pageshow', renew)
  }, [])
  return {
    ...{ file, state, sequence },
    change: (change) => {
      setFile((now) => applied(now, change))
      box.current?.put(change)
    },
    settled: async () => (await box.current?.settled()) ?? null,
  }
}

async function send(address: string, attempt: string, changes: readonly Change[], sequence: number): Promise<Reply> {
  const body = new URLSearchParams({ attempt, sequence: String(sequence), changes: JSON.stringify(changes) })
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, keepalive: true })
    const answer = (await response.json()) as { sequence: number } | { message: string }
    if ('sequence' in answer) return { kind: 'kept', sequence: answer.sequence }
    return { kind: response.status === 401 || response.status >= 500 ? 'unsent' : 'refused', message: answer.message }
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
