'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef, useState, useTransition } from 'react'
import { type FormAction, type FormState, surviving } from '../ui/form.tsx'

const idle: FormState = { status: 'idle' }
interface DeskState {
  state: FormState
  save: (form: FormData) => void
  /** Being saved, or changed since the sentence was written: what is seen and what is done must not differ. */
  isWaiting: boolean
}
const Desk = createContext<DeskState>({ state: idle, save: () => undefined, isWaiting: false })

const pause = 250

/** The form's own fields; the framework's begin with `$`. */
const addressOf = (form: HTMLFormElement) =>
  new URLSearchParams(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '' && !entry[0].startsWith('$'),
    ),
  )

/**
 * The form of a new assignment. Its state stands in the address: every change moves there, and the page says anew what will happen.
 * Without script a button does the same.
 */
export function AssignmentDesk({ action, path, children }: { action: FormAction; path: string; children: ReactNode }) {
  const [state, save, isPending] = useActionState(surviving(action), idle)
  const router = useRouter()
  const [, follow] = useTransition()
  const [isBehind, setBehind] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (state.status === 'refused') form.current?.querySelector<HTMLElement>('[data-summary]')?.focus()
  }, [state])
  const changed = () => {
    setBehind(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const address = form.current && addressOf(form.current)
      follow(() => {
        router.replace(`${path}?${address}`, { scroll: false })
        setBehind(false)
      })
    }, pause)
  }
  return (
    <Desk value={{ state, save, isWaiting: isPending || isBehind }}>
      <form ref={form} className="assign" action={path} method="get" onChange={changed} noValidate>
        {children}
      </form>
    </Desk>
  )
}

/** The one filled button: does what the sentence above it says. */
export function AssignButton({ children }: { children: ReactNode }) {
  const { save, isWaiting } = useContext(Desk)
  return (
    <button
      type="submit"
      className="btn"
      formAction={save}
      aria-disabled={isWaiting || undefined}
      onClick={(event) => {
        if (isWaiting) event.preventDefault()
      }}
    >
      {children}
    </button>
  )
}

/** Why it was not done. */
export function AssignProblem() {
  const { state } = useContext(Desk)
  const sentences = [state.message, ...Object.values(state.fields ?? {})].filter(Boolean)
  return (
    <div role="alert">
      {state.status === 'refused' && (
        <div className="problem" tabIndex={-1} data-summary>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  )
}
