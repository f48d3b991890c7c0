import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import type { Outcome } from '#domain/assignments/plan'
import type { Localised } from '#domain/catalogue/types'
import { useDates } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  counts: Record<Outcome, number>
  leftOut: { inactive: number; done: number }
  courseTitle: Localised
  /** The name of the one group it is for; null: several, or others. */
  group: string | null
  dueOn: string | null
  today: string
}

const bold = (words: ReactNode) => <b>{words}</b>

/** Says in words what saving will do, to how many, until when. */
export function PreviewSentence({ counts, leftOut, courseTitle, group, dueOn, today }: Props) {
  const t = useTranslations('assignments.sentence')
  const language = useLocale()
  const { writeDay } = useDates()
  const course = courseTitle[language]
  const due = dueOn === null ? '' : writeDay(dueOn, 'longDay', today)
  const where = group === null ? 'no' : 'yes'
  const parts = [
    counts.enrolled > 0 || counts.date_set === 0
      ? t.rich(dueOn === null ? 'enrolledNoDate' : 'enrolled', { b: bold, count: counts.enrolled, course, due, where, group: group ?? '' })
      : null,
    counts.date_set > 0 && t('dateSet', { count: counts.date_set, due }),
    counts.date_kept > 0 && t('dateKept', { count: counts.date_kept }),
    leftOut.done > 0 && t('done', { count: leftOut.done }),
    leftOut.inactive > 0 && t('inactive', { count: leftOut.inactive }),
  ].filter(Boolean)
  return (
    <p className="sentence mt-2" role="status">
      {parts.map((part, index) => (
        // The order of the sentences is fixed, so the index names them.
        <span key={String(index)}>
          {part}
          {language === 'en' ? ' ' : ''}
        </span>
      ))}
    </p>
  )
}
