'use client'

import { useEffect, useRef } from 'react'
import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { changesTold } from './change-told.ts'
import { useWords } from './use-words.ts'

interface Props {
  left: readonly Change[]
  view: LabView
  decide: (isSent: boolean) => void
}

/** What was done here without a connection, while the case file was changed elsewhere: nothing else is done before it is decided. */
export function LeftChanges({ left, view, decide }: Props) {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="silence"
      aria-labelledby="left-title"
      aria-describedby="left-text"
      // Escape decides nothing.
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
    >
      <h2 id="left-title" className="h2">
        {t('leftTitle')}
      </h2>
      <p id="left-text">{t('leftText')}</p>
      <ul className="plainlist">
        {changesTold(left, view, 'left', t).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{t('leftRule')}</p>
      <p className="go">
        <button type="button" className="btn compact" onClick={() => decide(true)}>
          {t('leftAdd')}
        </button>
        <button type="button" className="btn plain compact" onClick={() => decide(false)}>
          {t('leftDrop')}
        </button>
      </p>
    </dialog>
  )
}
