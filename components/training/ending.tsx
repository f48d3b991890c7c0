import { useLocale } from 'next-intl'
import { useDates } from '../ui/dates.tsx'
import { SealSlot } from '../ui/seal.tsx'
import { useTranslations } from '../ui/words.tsx'
import { CourseSeal, UnitSeal } from './seals.tsx'
import { courseAddress, type PassageShown, type UnitShown, unitAddress } from './view.ts'

interface Props {
  passage: PassageShown
  unit: UnitShown
  /** The number of the unit in its course, from 1. */
  number: number
  /** The first decision of a lesson that is not made. */
  openDecision: string | null
  refusal: string | null
  isJustSealed: boolean
  finish: () => Promise<void>
}

/** What stands under a lesson: the slot and how to fill it, or the seal and the next step. */
export function Ending({ passage, unit, number, openDecision, refusal, isJustSealed, finish }: Props) {
  const t = useTranslations('training')
  if (unit.completedAt) return <Sealed passage={passage} unit={unit} isJustSealed={isJustSealed} />
  return (
    <section className="ending" id="ending" aria-labelledby="ending-head">
      <SealSlot number={number} />
      <div>
        <h2 className="label" id="ending-head">
          {t(openDecision ? 'decisionOpen' : 'atTheEnd')}
        </h2>
        <p className="meta">{refusal ?? t(openDecision ? 'decisionOpenText' : 'atTheEndText')}</p>
      </div>
      {openDecision ? (
        <a className="btn plain" href={`#${openDecision}`}>
          {t('toDecision')}
        </a>
      ) : (
        <form action={finish}>
          <button type="submit" className="btn">
            {t('finishLesson')}
          </button>
        </form>
      )}
    </section>
  )
}

/** The seal of a unit, or of the course when it is the last, and where to go from here. */
export function Sealed({ passage, unit, isJustSealed }: Pick<Props, 'passage' | 'unit' | 'isJustSealed'>) {
  const t = useTranslations('training')
  const language = useLocale()
  const { write, dayHere } = useDates()
  const { course, enrolment, next, certificateCode } = passage
  if (!unit.completedAt) return null
  return (
    <section className="ending" id="ending" aria-labelledby="ending-head">
      {enrolment.closedAt && certificateCode ? (
        <CourseSeal course={course} day={dayHere(enrolment.closedAt)} isJustPressed={isJustSealed} />
      ) : (
        <UnitSeal completedAt={unit.completedAt} isJustPressed={isJustSealed} />
      )}
      <div>
        <h2 className="label" id="ending-head">
          {certificateCode
            ? t('courseComplete', { course: course.title[language] })
            : t('unitComplete', { date: write(unit.completedAt, 'longDate') })}
        </h2>
        <p className="meta">
          {certificateCode
            ? t('courseCompleteText')
            : next && t('thenComes', { unit: next.title[language], kind: next.kind, minutes: next.minutesLeft })}
        </p>
      </div>
      {certificateCode ? (
        <a className="btn" href={`/certificates/${certificateCode}`}>
          {t('toCertificate')}
        </a>
      ) : (
        <a className="btn" href={next ? unitAddress(course.id, next) : courseAddress(course.id)}>
          {t('goOn')}
        </a>
      )}
    </section>
  )
}
