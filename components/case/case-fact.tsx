import { useLocale } from 'next-intl'
import { Fragment } from 'react'
import type { DossierFact, Localised } from '#domain/catalogue/types'
import { dayInWords } from '../lesson/figure-words.ts'
import { Confidence } from '../lesson/note-lines.tsx'
import { noteInWords } from '../lesson/note-words.tsx'
import { StrokeSample } from '../lesson/stroke.tsx'
import { useTranslations } from '../ui/words.tsx'

export interface LessonWithFact {
  courseId: string
  unitId: string
  title: Localised
  isOpen: boolean
}

/** One statement, when it is about, how it is known and who says so; the lessons that use it, and official pages. */
export function CaseFact({ fact, lessons }: { fact: DossierFact; lessons: LessonWithFact[] }) {
  const t = useTranslations('cases')
  const language = useLocale()
  const note = noteInWords(fact.note, language)
  return (
    <li id={`fact-${note.id}`}>
      <p className="on">
        {fact.date ? dayInWords(fact.date.start, language, 'short') : t('undated')}
        {fact.date?.end && <small>{t('until', { date: dayInWords(fact.date.end, language, 'short') })}</small>}
      </p>
      <div className="matter">
        <p className="facttext">{fact.text[language]}</p>
        <p className="factmeta">
          <span>
            <StrokeSample stroke={note.stroke} />
            {note.how}
          </span>
          <span>
            {note.whoSays}
            <br />
            {note.source}
          </span>
          <span className="conf">
            <Confidence level={note.confidence.level} />
            {note.confidence.words}
          </span>
        </p>
        {(lessons.length > 0 || fact.links.length > 0) && (
          <p className="facttail meta">
            {lessons.length > 0 && <span>{t('usedIn')} </span>}
            {lessons.map((lesson, index) => (
              <Fragment key={lesson.unitId}>
                {index > 0 && (language === 'ja' ? '、' : ', ')}
                <Lesson lesson={lesson} />
              </Fragment>
            ))}
            {fact.links.map(({ title, url }) => (
              <span key={url} className="official">
                {t('official')}{' '}
                <a href={url} rel="noreferrer">
                  {title[language]}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** A link where the reader has the lesson open; else its name. */
function Lesson({ lesson: { courseId, unitId, title, isOpen } }: { lesson: LessonWithFact }) {
  const language = useLocale()
  return isOpen ? <a href={`/courses/${courseId}/${unitId}`}>{title[language]}</a> : title[language]
}
