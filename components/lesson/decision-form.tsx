'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { problemWords } from '../ui/problem.tsx'

interface DecisionFormProps {
  /** Null where nothing is kept. */
  action: string | null
  isDecided: boolean
  /** Told to screen readers when the consequences appear. */
  reached: string
  /** What was done so far. When it changes, the focus goes to what is marked `data-next`: the button it was on may be gone. */
  turn?: string
  children: ReactNode
}

/** Keeps the reader on the spot when a choice is given. Without script the same form posts and comes back. */
export function DecisionForm({ action, isDecided, reached, turn, children }: DecisionFormProps) {
  const router = useRouter()
  const [hasJustDecided, setHasJustDecided] = useState(false)
  const [isUnsent, setIsUnsent] = useState(false)
  const decided = isDecided || hasJustDecided
  const form = useRef<HTMLFormElement>(null)
  const shown = useRef(turn)

  useEffect(() => {
    if (shown.current === turn) return
    shown.current = turn
    if (action === null) return // it was not the reader who changed it
    form.current?.querySelector<HTMLElement>('[data-next]')?.focus()
  }, [turn, action])

  const send = (to: string, given: HTMLFormElement) =>
    fetch(to, { method: 'POST', body: new URLSearchParams(entriesOf(given)), redirect: 'manual' })

  async function decide(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (action === null) return
    const given = event.currentTarget
    const response = await send(action, given).catch(() => null)
    // Nobody there: the choice stands, and can be given again. What was refused is posted in the plain way, which shows why.
    setIsUnsent(!response || response.status >= 500)
    if (!response || response.status >= 500) return
    if (response.status >= 400) return given.submit()
    setHasJustDecided(true)
    router.refresh()
  }

  return (
    <form
      className="body"
      ref={form}
      action={action ?? undefined}
      method="post"
      data-decided={decided || undefined}
      onSubmit={decide}
      onChange={(event) => decided && action !== null && void send(action, event.currentTarget).catch(() => null)}
    >
      {children}
      {isUnsent && (
        <p className="problem" role="alert">
          {problemWords().unsent}
        </p>
      )}
      <p className="sr" role="status">
        {hasJustDecided ? reached : ''}
      </p>
    </form>
  )
}

function entriesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)])
}
