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

/** Without an answer the form stays as it is, typed text and all, and says so. On the server it is the action itself, which needs no script. */
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

const typedIn = (form: FormData) =>
  Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !/password|token|^\$/i.test(field[0])),
  )

/** A form that works without script; with it, the first problem (else the summary) gets the focus when the form comes back. */
export function Form({ action, className, children }: { action: FormAction; className?: string; children: ReactNode }) {
  const [state, send, isPending] = useActionState(surviving(action), idle)
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
