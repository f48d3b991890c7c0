import { useLocale } from 'next-intl'
import { percentOf } from '#domain/attempts/score'
import { useDates, When } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'
import { CourseSeal } from './seals.tsx'
import { courseAddress, type PassageShown } from './view.ts'

/** Finished courses with their seals and certificates. */
export function Finished({ passages }: { passages: readonly PassageShown[] }) {
  const t = useTranslations('training')
  return (
    <section aria-labelledby="finished">
      <div className="head2">
        <h2 className="h2" id="finished">
          {t('finished')}
        </h2>
      </div>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: on a phone the table is laid out as blocks, and would lose its roles */}
      <table role="table" className="table finished">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span className="sr">{t('columns.seal')}</span>
            </th>
            <th role="columnheader" scope="col">
              {t('columns.course')}
            </th>
            <th role="columnheader" scope="col">
              {t('columns.finished')}
            </th>
            <th role="columnheader" scope="col" className="n">
              {t('columns.score')}
            </th>
            <th role="columnheader" scope="col">
              <span className="sr">{t('columns.certificate')}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {passages.map((passage) => (
            <Row key={`${passage.course.id} ${passage.enrolment.closedAt?.getTime()}`} passage={passage} />
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  )
}

function Row({ passage: { course, enrolment, certificateCode } }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const statuses = useTranslations('statuses')
  const language = useLocale()
  const { dayHere } = useDates()
  const { closedAt, score } = enrolment
  if (!closedAt) return null
  const title = course.title[language]
  return (
    <tr>
      <td className="stamp">{certificateCode && <CourseSeal course={course} day={dayHere(closedAt)} />}</td>
      <th scope="row">
        <a href={courseAddress(course.id)}>{title}</a>
      </th>
      <td>
        {enrolment.closedAs === 'waived' && `${statuses('waived')}, `}
        <When at={closedAt} as="date" />
      </td>
      <td className="n">{score === null ? '' : t('percent', { percent: percentOf(score) })}</td>
      <td className="end">
        {certificateCode && (
          <a href={`/certificates/${certificateCode}`} aria-label={t('certificateOf', { course: title })}>
            {t('columns.certificate')}
          </a>
        )}
      </td>
    </tr>
  )
}
