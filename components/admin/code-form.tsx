'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { type FormState, surviving } from '../ui/form.tsx'

/** `slips`: what was made, to be shown in place of the form. */
export type CodeState = FormState & { slips: ReactNode }

interface Props {
  action: (state: CodeState, form: FormData) => Promise<CodeState>
  printLabel: string
  children: ReactNode
}

/** The form that asks for codes; once they are made, the slips in its place, which the focus moves to. */
export function CodeForm({ action, printLabel, children }: Props) {
  const [state, send] = useActionState(surviving(action), { status: 'idle', slips: null })
  const slips = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.slips) slips.current?.focus()
  }, [state])
  if (state.slips)
    return (
      <div ref={slips} tabIndex={-1}>
        {state.slips}
        <p className="no-print mt-4">
          <button type="button" className="btn" onClick={() => window.print()}>
            {printLabel}
          </button>
        </p>
      </div>
    )
  return (
    <form action={send}>
      {children}
      {state.message && (
        <p role="alert" className="problem">
          {state.message}
        </p>
      )}
    </form>
  )
}
