import { When } from '#components/ui/dates'
import { getTranslations } from '#components/ui/words'
import type { CourseOutline } from '#domain/catalogue/outline'
import type { TrackOutline } from '#domain/catalogue/track'
import type { Language } from '#domain/catalogue/types'
import type { ListedCourse } from '#services/catalogue/list-courses'
import { trackValue } from '../draft.ts'

interface Props {
  courses: readonly ListedCourse[]
  tracks: readonly TrackOutline<CourseOutline>[]
  courseId: string
  language: Language
}

/** The course or track, with what it asks of people. */
export async function CourseField({ courses, tracks, courseId, language }: Props) {
  const t = await getTranslations('assignments')
  const track = tracks.find(({ id }) => trackValue(id) === courseId)
  const chosen = courses.find(({ current }) => current.id === courseId)
  return (
    <fieldset>
      <legend>{t('course')}</legend>
      <div className="stack">
        <select className="select" name="course" defaultValue={courseId} aria-label={t('course')}>
          {courses.map(({ current }) => (
            <option key={current.id} value={current.id}>
              {current.title[language]}
            </option>
          ))}
          {tracks.length > 0 && (
            <optgroup label={t('tracks')}>
              {tracks.map((one) => (
                <option key={one.id} value={trackValue(one.id)}>
                  {one.title[language]}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        {track && (
          <p className="meta">
            {t('trackFacts', { courses: track.courses.length, minutes: track.minutes })}{' '}
            {track.courses.map(({ title }) => title[language]).join(language === 'ja' ? '、' : ', ')}
          </p>
        )}
        {chosen && (
          <p className="meta">
            {t('courseFacts', { units: chosen.current.units.length, minutes: chosen.current.minutes })} {t('versionOf')}{' '}
            <When at={chosen.publishedAt} as="instant" />
          </p>
        )}
      </div>
    </fieldset>
  )
}
