'use client'

import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { labelOf } from './case-pane.tsx'
import { useWords } from './use-words.ts'

interface Props {
  lost: readonly Change[]
  view: LabView
  forget: () => void
}

/** What will never be kept, a sentence for each; it stands there until somebody has read it. */
export function LostChanges({ lost, view, forget }: Props) {
  const t = useWords()
  const sentenceOf = (change: Change): string => {
    if (change.do === 'look') return t('lostView', { table: titleOf(view, change.view.table) })
    if ('row' in change) return t('lostRow', { row: labelOf(change.row, view.tables, view.values) })
    return t('lostResponse', { task: view.tasks.find(({ id }) => id === change.task)?.short ?? change.task })
  }
  return (
    <>
      {[...new Set(lost.map(sentenceOf))].map((sentence) => (
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

const titleOf = ({ tables }: LabView, table: string) => tables.find(({ id }) => id === table)?.title ?? table
