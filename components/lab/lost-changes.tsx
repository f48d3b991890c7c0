'use client'

import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { changesTold } from './change-told.ts'
import { useWords } from './use-words.ts'

interface Props {
  lost: readonly Change[]
  view: LabView
  forget: () => void
}

/** What will never be kept, a sentence for each; it stands there until somebody has read it. */
export function LostChanges({ lost, view, forget }: Props) {
  const t = useWords()
  return (
    <>
      {changesTold(lost, view, 'lost', t).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        {t('lostRest')}{' '}
        <button type="button" className="linklike" onClick={forget}>
          {t('lostSeen')}
        </button>
      </p>
    </>
  )
}
