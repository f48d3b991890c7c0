'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { createOutbox, type Letter, type OutboxState, type Reply } from './outbox.ts'
import type { ResponseAnswer } from './quiz-step.tsx'

const secondsBetweenTries = 5

/** An outbox of this page: its state for the reader, and how to put a letter into it. `take` is given the answer to a response. */
export function useOutbox(sequence: number, take: (answer: ResponseAnswer) => void): [OutboxState, (letter: Letter) => void] {
  const [state, tell] = useState<OutboxState>({ kind: 'idle' })
  const put = useRef<((letter: Letter) => void) | null>(null)
  // There is an outbox before anything can be pressed: an effect of the other kind comes later, and a response given meanwhile went nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one outbox for the whole quiz, which counts for itself after the first number
  useLayoutEffect(() => {
    put.current = createOutbox({ sequence, post, untilBack, tell, take })
  }, [])
  return [state, (letter) => put.current?.(letter)]
}

async function post({ address, fields }: Letter, sequence: number): Promise<Reply> {
  const body = new URLSearchParams([...fields, ['sequence', String(sequence)]])
  const request = { method: 'POST', body, headers: { accept: 'application/json' }, keepalive: true }
  try {
    return replyOf(await fetch(address, request))
  } catch {
    return { kind: 'unsent', message: null }
  }
}

async function replyOf(response: Response): Promise<Reply> {
  const answer = (await response.json()) as ResponseAnswer | { sequence: number } | { message: string }
  if ('question' in answer) return { kind: 'given', sequence: answer.sequence, answer }
  if ('sequence' in answer) return { kind: 'kept', sequence: answer.sequence }
  const { message } = answer
  return response.status === 401 || response.status >= 500 ? { kind: 'unsent', message } : { kind: 'refused', message }
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
