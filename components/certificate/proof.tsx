import { useLocale } from 'next-intl'
import { percentOf } from '#domain/attempts/score'
import type { CourseOutline } from '#domain/catalogue/outline'
import { CourseSeal } from '../training/seals.tsx'
import { useDates } from '../ui/dates.tsx'
import { Tick } from '../ui/marks.tsx'
import { useTranslations } from '../ui/words.tsx'

export interface CertificateShown {
  code: string
  holder: string
  organisationName: string
  course: CourseOutline
  score: number | null
  masteryScore: number | null
  /** ISO date. */
  completedOn: string
}

/** Is it genuine? The answer first, then the document. */
export function Proof({ certificate }: { certificate: CertificateShown }) {
  const t = useTranslations('certificate')
  const { writeDay } = useDates()
  const { organisationName, completedOn } = certificate
  const date = writeDay(completedOn, 'longDate')
  return (
    <>
      <p className="meta">{t('somebody')}</p>
      <h1 className="sentence">
        <span className="genuine done">
          <Tick />
          {t('genuine')}
        </span>{' '}
        {t('issued', { organisation: organisationName, date })}
      </h1>
      <Document certificate={certificate} date={date} />
      <section className="check" aria-labelledby="check">
        <h2 className="label" id="check">
          {t('check')}
        </h2>
        <p className="meta">{t('checkText')}</p>
        <p className="hash">{certificate.course.hash.match(/.{1,4}/g)?.join(' ')}</p>
      </section>
    </>
  )
}

function Document({ certificate, date }: { certificate: CertificateShown; date: string }) {
  const t = useTranslations('certificate')
  const language = useLocale()
  const { writeDay } = useDates()
  const { holder, organisationName, course, score, masteryScore, completedOn, code } = certificate
  const percent = (share: number) => t('percent', { percent: percentOf(share) })
  const terms = [
    { term: t('issuedBy'), value: organisationName },
    ...(masteryScore === null ? [] : [{ term: t('masteryScore'), value: percent(masteryScore) }]),
    { term: t('contentChecked'), value: writeDay(course.checkedOn, 'longDate') },
    { term: t('code'), value: code },
  ]
  return (
    <article className="sheet cert" aria-label={t('title')}>
      <div>
        <p className="meta">{t('title')}</p>
        <p className="holder">{holder}</p>
        <p className="for">
          {t.rich(score === null ? 'completed' : 'completedWithScore', {
            strong: (words) => <strong>{words}</strong>,
            course: course.title[language],
            units: course.units.length,
            score: score === null ? 0 : percentOf(score),
            date,
          })}
        </p>
      </div>
      <CourseSeal course={course} day={completedOn} />
      <dl>
        {terms.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
