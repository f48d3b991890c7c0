'use client'

import { type ReactNode, useRef } from 'react'
import type { LabView } from '#domain/labs/lab-view'
import { type Settled, useLast } from './use-last.ts'
import { useWords } from './use-words.ts'

interface Props {
  view: LabView
  file: LabView['file']
  /** Hidden fields of every plain form. */
  hidden: ReactNode
  address: string
  settled: Settled
}

/** What is given so far, and the end of the attempt: asked once more where tasks have no response yet. Without script it ends at once. */
export function Give({ view, file, hidden, address, settled }: Props) {
  const t = useWords()
  const send = useLast(settled)
  const asked = useRef<HTMLDialogElement>(null)
  const held = Object.values(file.tasks)
  const given = held.filter(({ certainty }) => certainty !== null).length
  const open = held.length - given
  const missing = view.tasks.length - given
  return (
    <form
      className="tally give"
      id="give"
      method="post"
      action={address}
      onSubmit={(event) => {
        const isSure = missing === 0 || asked.current?.open
        if (isSure) send(event)
        else event.preventDefault()
        // Why it could not be sent is told on the page, and the button that opened it gets the focus back.
        if (isSure) asked.current?.close()
        else asked.current?.showModal()
      }}
    >
      {hidden}
      <p>{t('youGive', { given, of: view.tasks.length, marks: file.marks.length })}</p>
      {open > 0 && <p>{t('open', { open })}</p>}
      <p className="quiet small">{t('howScored')}</p>
      <button type="submit" className="btn" disabled={given === 0 || open > 0}>
        {t('giveEverything')}
      </button>
      {missing > 0 && (
        <dialog ref={asked} className="silence" aria-labelledby="missing-title" aria-describedby="missing-text">
          <h2 id="missing-title" className="h2">
            {t('missingTitle')}
          </h2>
          <p id="missing-text">{t('missing', { missing, of: view.tasks.length })}</p>
          <p className="go">
            <button type="button" className="btn compact" onClick={() => asked.current?.close()}>
              {t('missingGoOn')}
            </button>
            <button type="submit" className="btn plain compact">
              {t('missingAnyway')}
            </button>
          </p>
        </dialog>
      )}
    </form>
  )
}
