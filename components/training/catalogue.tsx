import { useLocale } from 'next-intl'
import type { CourseOutline } from '#domain/catalogue/outline'
import type { TrackOutline } from '#domain/catalogue/track'
import { useTranslations } from '../ui/words.tsx'
import { courseAddress } from './view.ts'

/** Courses that one may begin without being asked to; a short edition stands with its full course. */
export function Catalogue({ courses }: { courses: readonly CourseOutline[] }) {
  const t = useTranslations('training')
  const isWithFull = ({ edition }: CourseOutline) => edition !== undefined && courses.some(({ id }) => id === edition.of)
  return (
    <section aria-labelledby="catalogue">
      <div className="head2">
        <h2 className="h2" id="catalogue">
          {t('catalogue')}
        </h2>
        <p className="meta">{t('catalogueMeta')}</p>
      </div>
      <ol className="docket">
        {courses
          .filter((course) => !isWithFull(course))
          .map((course) => (
            <Row key={course.id} course={course} editions={courses.filter(({ edition }) => edition?.of === course.id)} />
          ))}
      </ol>
    </section>
  )
}

function Row({ course, editions }: { course: CourseOutline; editions: readonly CourseOutline[] }) {
  const t = useTranslations('training')
  const language = useLocale()
  const title = course.title[language]
  return (
    <li>
      <p className="on">{t('minutes', { minutes: course.minutes })}</p>
      <div className="matter">
        <div className="rowline">
          <h3 className="title">
            <a href={courseAddress(course.id)}>{title}</a>
          </h3>
          <a className="act" href={courseAddress(course.id)} aria-label={t('lookAt', { course: title })}>
            {t('look')}
          </a>
          <p className="meta">{course.summary[language]}</p>
          {editions.map((edition) => (
            <p key={edition.id} className="meta">
              {t('shortEdition')} <a href={courseAddress(edition.id)}>{edition.title[language]}</a>{' '}
              {t('minutes', { minutes: edition.minutes })}
            </p>
          ))}
          {course.dossierTitle && (
            <p className="meta">
              <a href={`/cases/${course.case}`} aria-label={t('dossierOf', { course: title })}>
                {t('toDossier')}
              </a>
            </p>
          )}
        </div>
      </div>
    </li>
  )
}

/** Courses that are taken together. */
export function Tracks({ tracks }: { tracks: readonly TrackOutline<CourseOutline>[] }) {
  const t = useTranslations('training')
  const language = useLocale()
  return (
    <section aria-labelledby="tracks">
      <div className="head2">
        <h2 className="h2" id="tracks">
          {t('tracks')}
        </h2>
        <p className="meta">{t('tracksMeta')}</p>
      </div>
      <ol className="docket">
        {tracks.map((track) => (
          <li key={track.id}>
            <p className="on">{t('minutes', { minutes: track.minutes })}</p>
            <div className="matter">
              <h3 className="title">{track.title[language]}</h3>
              <p className="meta">{track.summary[language]}</p>
              <ul className="track-courses">
                {track.courses.map((course) => (
                  <li key={course.id}>
                    <a href={courseAddress(course.id)}>{course.title[language]}</a>{' '}
                    <span className="meta">{t('minutes', { minutes: course.minutes })}</span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
