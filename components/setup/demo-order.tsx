'use client'

import { type ReactNode, useActionState, useEffect, useState } from 'react'
import { type FormState, surviving } from '../ui/form.tsx'

/** `told`: what to keep, such as the password, shown once. */
export type DemoOrderState = FormState & { told: ReactNode }

interface Props {
  token: string
  /** Is it being made already? */
  isUnderWay: boolean
  order: (state: DemoOrderState, form: FormData) => Promise<DemoOrderState>
  /** Answers `{ progress }`. */
  progressUrl: string
  words: { order: string; making: string; failed: string }
  /** What is shown once it is ready. */
  children: ReactNode
}

/** Orders the demonstration, and says when it is ready. */
export function DemoOrder({ token, isUnderWay, order, progressUrl, words, children }: Props) {
  const [state, send] = useActionState(surviving(order), { status: 'idle', told: null })
  const progress = useProgress(isUnderWay || state.told !== null, progressUrl)
  return (
    <>
      {state.told}
      <div role="status">
        {progress === 'making' && <p>{words.making}</p>}
        {progress === 'failed' && <p className="problem">{words.failed}</p>}
        {progress === 'ready' && children}
      </div>
      {progress === 'none' && (
        <form action={send}>
          <input type="hidden" name="token" value={token} />
          {state.message && (
            <p role="alert" className="problem">
              {state.message}
            </p>
          )}
          <p>
            <button type="submit" className="btn plain">
              {words.order}
            </button>
          </p>
        </form>
      )}
    </>
  )
}

/** Asks every two seconds how far it is, from the order on. */
function useProgress(isOrdered: boolean, url: string): string {
  const [progress, setProgress] = useState('none')
  useEffect(() => {
    if (!isOrdered) return
    setProgress('making')
    const timer = setInterval(async () => {
      const answer = await fetch(url).catch(() => null) // asked again in a moment
      const found = answer?.ok ? ((await answer.json()) as { progress: string }).progress : 'making'
      setProgress(found)
      if (found === 'ready' || found === 'failed') clearInterval(timer)
    }, 2000)
    return () => clearInterval(timer)
  }, [isOrdered, url])
  return progress
}
