import type { Language, LessonUnit } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'

const dayInWords = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  ja: new Intl.DateTimeFormat('ja', { dateStyle: 'long', timeZone: 'UTC' }),
}

export interface LessonCourse {
  title: string
  href: string
  /** The number of this unit in its course, from 1, and how many there are. */
  number: number
  of: number
}

export function LessonHead({
  lesson,
  language,
  course,
  minutesLeft,
  checkedOn,
}: {
  lesson: LessonUnit
  language: Language
  /** Null where it stands in no course yet. */
  course: LessonCourse | null
  /** Null where the lesson is not begun, or completed. */
  minutesLeft: number | null
  /** ISO date. */
  checkedOn: string
}) {
  const t = useTranslations('lesson')
  const date = dayInWords[language].format(new Date(`${checkedOn}T00:00:00Z`))
  return (
    <header className="lesson-head">
      {course && (
        <p className="meta">
          <a href={course.href}>{course.title}</a> {t('unitOf', { number: course.number, of: course.of })}
        </p>
      )}
      <h1 className="display">{lesson.title[language]}</h1>
      <p className="standfirst">{lesson.standfirst[language]}</p>
      <p className="meta byline">
        <span>
          {minutesLeft === null
            ? t('minutes', { minutes: lesson.minutes })
            : t('minutesLeft', { minutes: lesson.minutes, left: minutesLeft })}
        </span>
        <span>{t('checkedOn', { date })}</span>
      </p>
    </header>
  )
}
