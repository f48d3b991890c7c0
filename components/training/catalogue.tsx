import { useLocale } from 'next-intl'
import type { CourseOutline } from '#domain/catalogue/outline'
import { useTranslations } from '../ui/words.tsx'
import { courseAddress } from './view.ts'

/** Courses that one may begin without being asked to. */
export function Catalogue({ courses }: { courses: readonly CourseOutline[] }) {
  const t = useTranslations('training')
  const language = useLocale()
  return (
    <section aria-labelledby="catalogue">
      <div className="head2">
        <h2 className="h2" id="catalogue">
          {t('catalogue')}
        </h2>
        <p className="meta">{t('catalogueMeta')}</p>
      </div>
      <ol className="docket">
        {courses.map((course) => (
          <li key={course.id}>
            <p className="on">{t('minutes', { minutes: course.minutes })}</p>
            <div className="matter">
              <div className="rowline">
                <h3 className="title">
                  <a href={courseAddress(course.id)}>{course.title[language]}</a>
                </h3>
                <a className="act" href={courseAddress(course.id)} aria-label={t('lookAt', { course: course.title[language] })}>
                  {t('look')}
                </a>
                <p className="meta">{course.summary[language]}</p>
                {course.dossierTitle && (
                  <p className="meta">
                    <a href={`/cases/${course.case}`} aria-label={t('dossierOf', { course: course.title[language] })}>
                      {t('toDossier')}
                    </a>
                  </p>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
