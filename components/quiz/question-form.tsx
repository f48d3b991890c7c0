'use client'

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Certainty } from '#domain/attempts/types'
import type { QuestionKind } from '#domain/catalogue/types'
import type { Letter, OutboxState } from './outbox.ts'
import { useWords } from './use-words.ts'

interface Props {
  attempt: { id: string; position: number; sequence: number; kind: QuestionKind }
  addresses: { response: string; draft: string; page: string }
  /** Letter keys that give the response with a certainty. */
  keys: Record<string, Certainty>
  outbox: { state: OutboxState; put: (letter: Letter) => void }
  children: ReactNode
}

/**
 * The form around a question: works as it is; with script it saves on each change, answers to number keys while the focus is in it, and
 * keeps what cannot be sent until the connection is back.
 */
export function QuestionForm({ attempt, addresses, keys, outbox: { state, put }, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const isGiven = useRef(false)

  const send = (address: string, submitter?: HTMLElement | null) => {
    if (form.current) put({ address, fields: fieldsOf(form.current, submitter) })
  }
  const saveDraft = () => {
    if (!isGiven.current) send(addresses.draft)
  }

  // A native listener: choices that are moved tell it with an event of their own.
  useEffect(() => {
    const element = form.current
    element?.addEventListener('change', saveDraft)
    return () => element?.removeEventListener('change', saveDraft)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the question has come to life
  useEffect(() => {
    if (form.current && wasTouched(form.current)) saveDraft()
    form.current?.querySelector('h1')?.focus({ preventScroll: true })
    const renew = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload()
    window.addEventListener('pageshow', renew)
    return () => window.removeEventListener('pageshow', renew)
  }, [])
  useEffect(() => {
    if (state.kind === 'refused') isGiven.current = false
  }, [state])

  function give(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    event.preventDefault()
    if (isGiven.current || submitter?.getAttribute('name') !== 'certainty') return
    isGiven.current = true
    send(addresses.response, submitter)
  }
  function press(event: KeyboardEvent<HTMLFormElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return
    const { key } = event
    const certainty = keys[key.toLowerCase()]
    const choice = /^[1-9]$/.test(key)
      ? form.current?.querySelectorAll<HTMLInputElement>('.option input:is([type=radio], [type=checkbox])')[Number(key) - 1]
      : null
    if (certainty) form.current?.querySelector<HTMLButtonElement>(`button[value=${certainty}]`)?.click()
    else if (choice) choice.click()
    else return
    event.preventDefault()
  }

  return (
    <form ref={form} method="post" action={addresses.response} onSubmit={give} onKeyDown={press}>
      {/* A default button that is disabled: Enter alone gives no response. */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="attempt" value={attempt.id} />
      <input type="hidden" name="position" value={attempt.position} />
      <input type="hidden" name="kind" value={attempt.kind} />
      <input type="hidden" name="sequence" value={attempt.sequence} />
      {children}
      <Told state={state} page={addresses.page} />
    </form>
  )
}

function Told({ state, page }: { state: OutboxState; page: string }) {
  const t = useWords()
  const sentence = { idle: '', sending: '', saved: t('saved'), unsent: t('unsent'), refused: '' }[state.kind]
  const isProblem = state.kind === 'unsent' || state.kind === 'refused'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isProblem) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isProblem])
  return (
    <div className="told" ref={box} role={isProblem ? 'alert' : 'status'}>
      {isProblem ? (
        <div className="problem">
          <p>{state.message ?? sentence}</p>
          {state.kind === 'refused' && (
            <p>
              <a href={page}>{t('goOn')}</a>
            </p>
          )}
        </div>
      ) : (
        <p className="meta">{sentence}</p>
      )}
    </div>
  )
}

/** Was something chosen before this script ran? */
function wasTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((element) => element instanceof HTMLInputElement && element.checked !== element.defaultChecked)
}

/** What the form holds; the number of the write is the outbox's to know. */
function fieldsOf(form: HTMLFormElement, submitter?: HTMLElement | null): [string, string][] {
  return [...new FormData(form, submitter)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'sequence',
  )
}
