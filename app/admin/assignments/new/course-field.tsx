import { When } from '#components/ui/dates'
import { getTranslations } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'
import type { ListedCourse } from '#services/catalogue/list-courses'

interface Props {
  courses: readonly ListedCourse[]
  courseId: string
  language: Language
}

/** The course, with what it asks of people. */
export async function CourseField({ courses, courseId, language }: Props) {
  const t = await getTranslations('assignments')
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
        </select>
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
