import { percentOf } from '#domain/attempts/score'
import type { LineTold, PlanDebrief, PlanTold } from '#domain/labs/lab-view'
import { useTranslations } from '../ui/words.tsx'
import { PlanBesideEarlier } from './plan-beside-earlier.tsx'

type Incident = PlanTold['incidents'][number]

/**
 * The incidents once more with the plan in place: noticed when, by what, and what slipped through, and why.
 * @param isOpen whether there may be another attempt.
 */
export function PlanReplayed({ plan, isOpen }: { plan: PlanDebrief; isOpen: boolean }) {
  const t = useTranslations('lab.plan')
  const { yours, best, earlier } = plan
  return (
    <section aria-labelledby="plan-head">
      <h2 className="h2" id="plan-head">
        {t('head')}
      </h2>
      <p className="text">{yours ? <Result plan={yours} /> : t('notGiven')}</p>
      <Days yours={yours} best={best} />
      {yours?.incidents.map((incident) => (
        <Replayed key={incident.incident} incident={incident} />
      ))}
      {yours && <PlanBesideEarlier yours={yours} earlier={earlier} isOpen={isOpen} />}
    </section>
  )
}

function Result({ plan: { cost, most, isAffordable, daysSaved, best } }: { plan: PlanTold }) {
  const t = useTranslations('lab.plan')
  return isAffordable
    ? t('saves', { cost, most, saved: daysSaved, best, share: percentOf(daysSaved / best) })
    : t('tooDear', { cost, most })
}

/** The days on which the incidents are noticed, without a plan, with the learner's and with the best. */
function Days({ yours, best }: Pick<PlanDebrief, 'yours' | 'best'>) {
  const t = useTranslations('lab.plan')
  const dayOf = (day: number | null) => (day === null ? t('notSooner') : t('day', { day }))
  return (
    <div className="scroll">
      <table className="table replayed">
        <caption className="sr">{t('daysOf')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('firm')}</th>
            <th scope="col">{t('without')}</th>
            {yours && <th scope="col">{t('yours')}</th>}
            <th scope="col">{t('best')}</th>
          </tr>
        </thead>
        <tbody>
          {best.incidents.map(({ incident, firm, noticedOn, day }, index) => (
            <tr key={incident}>
              <th scope="row">{firm}</th>
              <td>{t('day', { day: noticedOn })}</td>
              {yours && <td>{dayOf(yours.incidents[index]?.day ?? null)}</td>}
              <td>{dayOf(day)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('saved')}</th>
            <td>–</td>
            {yours && <td>{yours.daysSaved}</td>}
            <td>{best.daysSaved}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Replayed({ incident: { firm, day, daysSaved, seen, missed } }: { incident: Incident }) {
  const t = useTranslations('lab.plan')
  const inWords = ({ trace, place, leftOn }: LineTold) => ({ trace, place, leftOn })
  return (
    <>
      <h3>{day === null ? t('unnoticed', { firm }) : t('noticed', { firm, day, saved: daysSaved })}</h3>
      <div className="columns">
        <div>
          <h4>{t('seen')}</h4>
          {seen.length === 0 && <p className="quiet">{t('seenNone')}</p>}
          <ul className="plainlist">
            {seen.map((one) => (
              <li key={one.line}>{t('look', { ...inWords(one), day: one.day, control: one.control })}</li>
            ))}
          </ul>
          {seen.length === 1 && <p className="quiet small">{t('seenOnce')}</p>}
        </div>
        <div>
          <h4>{t('slipped')}</h4>
          {missed.length === 0 && <p className="quiet">{t('slippedNone')}</p>}
          <ul className="plainlist">
            {missed.map((one) => (
              <li key={one.line}>
                <p>{t('line', inWords(one))}</p>
                <p className="quiet">{t(`why.${one.why}`)}</p>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}
