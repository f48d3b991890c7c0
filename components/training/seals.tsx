import { useLocale } from 'next-intl'
import { useDates } from '../ui/dates.tsx'
import { Seal, SmallSeal } from '../ui/seal.tsx'
import { useTranslations } from '../ui/words.tsx'

/** The seal of a unit: the day it was completed. */
export function UnitSeal({ completedAt, isJustPressed }: { completedAt: Date; isJustPressed?: boolean }) {
  const t = useTranslations('training')
  const { write, dayHere } = useDates()
  const day = String(Number(dayHere(completedAt).slice(8)))
  const label = t('sealOfUnit', { date: write(completedAt, 'longDate') })
  return <SmallSeal day={day} month={write(completedAt, 'monthOnly')} label={label} isJustPressed={isJustPressed} />
}

interface CourseSealProps {
  course: { title: Record<'en' | 'ja', string>; shortName: Record<'en' | 'ja', string> }
  /** ISO date. */
  day: string
  isJustPressed?: boolean
}

/** The seal of a course: its short name, the day, and that it is the course. */
export function CourseSeal({ course, day, isJustPressed }: CourseSealProps) {
  const t = useTranslations('training')
  const language = useLocale()
  const { writeDay, stamp } = useDates()
  const date = writeDay(day, 'longDate')
  const label = t('sealOfCourse', { course: course.title[language], date })
  return <Seal top={course.shortName[language]} date={stamp(day)} bottom={t('sealKind')} label={label} isJustPressed={isJustPressed} />
}
