'use client'

import { unstable_rethrow } from 'next/navigation'
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react'
import { problemWords } from './problem.tsx'

/** What a form shows after it was sent. `values` are given back so that nothing typed is lost. */
export interface FormState {
  status: 'idle' | 'done' | 'refused'
  message?: string
  fields?: Record<string, string>
  values?: Record<string, string>
}
/** A server action behind a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

const idle: FormState = { status: 'idle' }
const FormContext = createContext<{ state: FormState; isPending: boolean }>({ state: idle, isPending: false })

export const useForm = () => useContext(FormContext)

/**
 * Without an answer the form stays as it is, typed text and all, and says so. On the server it is the action itself, which needs no script.
 */
export function surviving<State extends FormState>(action: (state: State, form: FormData) => Promise<State>): typeof action {
  if (typeof window === 'undefined') return action
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (error) {
      unstable_rethrow(error)
      return { ...state, status: 'refused', message: problemWords().unsent, values: typedIn(form) }
    }
  }
}

const textsOf = (form: FormData) =>
  [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !/^\$/.test(field[0]))
const typedIn = (form: FormData) => Object.fromEntries(textsOf(form).filter(([name]) => !/password|token/i.test(name)))

/** Sends a form to an address that answers as JSON, and goes on to the page that is named there. */
const sendingTo =
  (address: string): FormAction =>
  async (_, form) => {
    const request = { method: 'POST', body: new URLSearchParams(textsOf(form)), headers: { accept: 'application/json' } }
    const response = await fetch(address, request)
    const answer: Pick<FormState, 'message' | 'fields'> & { next?: string } = await response.json()
    if (!answer.next) return { status: 'refused', message: answer.message, fields: answer.fields, values: typedIn(form) }
    window.location.assign(answer.next)
    // Under way until the next page is there; or this one again, by the browser's way back.
    await new Promise((resolve) => window.addEventListener('pageshow', resolve, { once: true }))
    return idle
  }

interface FormProps {
  action: FormAction
  /** Where a script sends it instead of calling the action: an address that does the same and is answered without Next. */
  address?: string
  className?: string
  children: ReactNode
}

/** A form that works without script; with it, the first problem (else the summary) gets the focus when the form comes back. */
export function Form({ action, address, className, children }: FormProps) {
  const act = address && typeof window !== 'undefined' ? sendingTo(address) : action
  const [state, send, isPending] = useActionState(surviving(act), idle)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status === 'idle') return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-summary]')?.focus()
  }, [state])
  return (
    <FormContext value={{ state, isPending }}>
      <form ref={form} action={send} className={className} noValidate>
        {children}
        <FormSummary />
      </form>
    </FormContext>
  )
}

/** What came of sending the form, in a sentence. `Form` ends with it, below its button; it comes after the fields so that these are focused first. */
export function FormSummary() {
  const { state } = useForm()
  return (
    <div role={state.status === 'refused' ? 'alert' : 'status'}>
      {state.message && (
        <div className="problem" tabIndex={-1} data-summary={state.status}>
          <p>{state.message}</p>
          {state.fields?.['form'] && <p>{state.fields['form']}</p>}
        </div>
      )}
    </div>
  )
}

/** The one filled button of a form. While the form is under way it stays in place and says so to assistive technology. */
export function SubmitButton({ children, kind = 'main', name, value }: SubmitProps) {
  const { isPending } = useForm()
  const look = { main: 'btn', plain: 'btn plain', compact: 'btn plain compact' }[kind]
  return (
    <button
      type="submit"
      className={look}
      name={name}
      value={value}
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault()
      }}
    >
      {children}
    </button>
  )
}

interface SubmitProps {
  children: ReactNode
  kind?: 'main' | 'plain' | 'compact'
  name?: string
  value?: string
}
