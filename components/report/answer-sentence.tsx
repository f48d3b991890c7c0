import type { ReactNode } from 'react'
import type { Answer } from '#domain/reports/answer'
import { useTranslations } from '../ui/words.tsx'

/** The answer first, as the heading of the page; the overdue lead to their names. */
export function AnswerSentence({ answer, overdueHref }: { answer: Answer; overdueHref: string }) {
  const t = useTranslations('reports.answer')
  const { done, expected, overdue, worst, isOnlyWorsening } = answer
  const bold = { b: (words: ReactNode) => <b>{words}</b> }
  const marked = {
    over: (words: ReactNode) => (
      <a className="over" href={overdueHref}>
        {words}
      </a>
    ),
  }
  const share = worst?.hasAll ? 'all' : 'some'
  const group = worst && (worst.isDirect ? t('itself', { group: worst.name }) : worst.name)
  return (
    <h1 className="sentence">
      {done === expected ? t.rich('allDone', { expected, ...bold }) : t.rich('standing', { done, expected, ...bold })}{' '}
      {done < expected && overdue === 0 && t('nobodyOverdue')}
      {overdue > 0 && worst === null && t.rich('overdue', { overdue, ...marked })}
      {worst !== null &&
        t.rich('overdueIn', {
          overdue,
          share,
          there: worst.overdue,
          group: group ?? '',
          trend: isOnlyWorsening ? 'worse' : 'same',
          ...marked,
        })}
    </h1>
  )
}
