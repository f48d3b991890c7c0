import { useLocale } from 'next-intl'
import { frameworkNames } from '#domain/catalogue/frameworks'
import { type CourseVersion, frameworks } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'

/** The objectives of a course with the controls they serve, marked as our own mapping. */
export function ObjectiveControls({ objectives }: { objectives: CourseVersion['objectives'] }) {
  const t = useTranslations('reports.controls')
  const language = useLocale()
  return (
    <section aria-labelledby="objectives-and-controls">
      <div className="head2">
        <h2 className="h2" id="objectives-and-controls">
          {t('title')}
        </h2>
      </div>
      <p className="meta mt-2">{t('own')}</p>
      <ol className="objective-controls">
        {objectives.map(({ id, text, controls }) => (
          <li key={id}>
            <p>{text[language]}</p>
            {controls ? (
              <dl>
                {frameworks
                  .filter((framework) => controls[framework].length > 0)
                  .map((framework) => (
                    <div key={framework}>
                      <dt>{frameworkNames[framework]}</dt>
                      <dd>{controls[framework].join(', ')}</dd>
                    </div>
                  ))}
              </dl>
            ) : (
              <p className="meta">{t('none')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
