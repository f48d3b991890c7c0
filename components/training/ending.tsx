import { useLocale } from 'next-intl'
import type { Localised } from '#domain/catalogue/types'
import type { openDecisions } from '#domain/enrolments/progress'
import { useDates } from '../ui/dates.tsx'
import { SealSlot } from '../ui/seal.tsx'
import { useTranslations } from '../ui/words.tsx'
import { MondayList } from './monday.tsx'
import { CourseSeal, UnitSeal } from './seals.tsx'
import { courseAddress, type PassageShown, type UnitShown, unitAddress } from './view.ts'

interface Props {
  passage: PassageShown
  /** What the course leads to, where it says so. */
  monday: readonly Localised[] | undefined
  unit: UnitShown
  /** The number of the unit in its course, from 1. */
  number: number
  /** The first thing to do in a lesson that is not done. */
  open: ReturnType<typeof openDecisions>[number] | null
  refusal: string | null
  isJustSealed: boolean
  finish: () => Promise<void>
}

/** What stands under a lesson: the slot and how to fill it, or the seal and the next step. */
export function Ending({ passage, monday, unit, number, open, refusal, isJustSealed, finish }: Props) {
  const t = useTranslations('training')
  if (unit.completedAt) return <Sealed {...{ passage, monday, unit, isJustSealed }} />
  return (
    <section className="ending" id="ending" aria-labelledby="ending-head">
      <SealSlot number={number} />
      <div>
        <h2 className="label" id="ending-head">
          {open ? t(`open.${open.kind}.head`) : t('atTheEnd')}
        </h2>
        <p className="meta">{refusal ?? (open ? t(`open.${open.kind}.text`) : t('atTheEndText'))}</p>
      </div>
      {open ? (
        <a className="btn plain" href={`#${open.id}`}>
          {t(`open.${open.kind}.go`)}
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

/** The seal of a unit, or of the course when it is the last, and where to go from here: after a course, to Monday. */
export function Sealed({ passage, monday, unit, isJustSealed }: Pick<Props, 'passage' | 'monday' | 'unit' | 'isJustSealed'>) {
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
      {certificateCode && monday && (
        <div className="monday">
          <h3 className="label">{t('monday')}</h3>
          <MondayList sentences={monday} />
        </div>
      )}
    </section>
  )
}
