import type { PlanDebrief, PlanTold } from '#domain/labs/lab-view'
import { When } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props extends Pick<PlanDebrief, 'earlier'> {
  yours: PlanTold
  isOpen: boolean
}

/** The plan of an earlier attempt and this one, in this one's world: in words, in days, by control. */
export function PlanBesideEarlier({ yours, earlier, isOpen }: Props) {
  const t = useTranslations('lab.plan')
  return (
    <section aria-labelledby="beside-head">
      <h3 id="beside-head">{t('earlierHead')}</h3>
      {earlier ? (
        <>
          <p className="text">{t('earlierIntro')}</p>
          <p className="text">
            <InWords yours={yours} earlier={earlier.plan} />
          </p>
          <p className="meta">
            {t('earlierGiven')} <When at={earlier.submittedAt} as="date" />
          </p>
          <Days yours={yours} earlier={earlier} />
          <Controls earlier={earlier} />
        </>
      ) : (
        <p className="quiet">{t(isOpen ? 'earlierWillBe' : 'earlierNone')}</p>
      )}
    </section>
  )
}

type Earlier = NonNullable<PlanDebrief['earlier']>

/** A plan over budget counts for nothing, whatever days it would save. */
function InWords({ yours, earlier }: { yours: PlanTold; earlier: PlanTold }) {
  const t = useTranslations('lab.plan')
  const gained = yours.daysSaved - earlier.daysSaved
  if (!earlier.isAffordable) return t('earlierTooDear', { cost: earlier.cost, most: earlier.most })
  if (!yours.isAffordable) return t('thisTooDear', { cost: yours.cost, most: yours.most })
  if (gained === 0) return t('earlierSame', { saved: yours.daysSaved })
  const days = { earlier: earlier.daysSaved, later: yours.daysSaved, days: Math.abs(gained) }
  return t(gained > 0 ? 'earlierMore' : 'earlierFewer', days)
}

function Days({ yours, earlier }: { yours: PlanTold; earlier: Earlier }) {
  const t = useTranslations('lab.plan')
  const { change } = useNumbers()
  const dayOf = (day: number | null | undefined) => (day == null ? t('notSooner') : t('day', { day }))
  const costOf = ({ cost, isAffordable }: PlanTold) => (isAffordable ? cost : t('overBudget', { cost }))
  return (
    <div className="scroll">
      <table className="table replayed">
        <caption className="sr">{t('daysOf')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('firm')}</th>
            <th scope="col">{t('earlier')}</th>
            <th scope="col">{t('this')}</th>
            <th scope="col">{t('gained')}</th>
          </tr>
        </thead>
        <tbody>
          {yours.incidents.map(({ incident, firm, day }, index) => (
            <tr key={incident}>
              <th scope="row">{firm}</th>
              <td>{dayOf(earlier.plan.incidents[index]?.day)}</td>
              <td>{dayOf(day)}</td>
              <td>{change(earlier.gained[incident] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('saved')}</th>
            <td>{earlier.plan.daysSaved}</td>
            <td>{yours.daysSaved}</td>
            <td>{change(yours.daysSaved - earlier.plan.daysSaved)}</td>
          </tr>
          <tr>
            <th scope="row">{t('cost')}</th>
            <td>{costOf(earlier.plan)}</td>
            <td>{costOf(yours)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Controls({ earlier }: { earlier: Earlier }) {
  const t = useTranslations('lab.plan')
  return (
    <div className="columns">
      {(['kept', 'added', 'dropped'] as const).map((part) => (
        <div key={part}>
          <h4>{t(part)}</h4>
          {earlier[part].length === 0 && <p className="quiet">{t('noControl')}</p>}
          <ul className="plainlist">
            {earlier[part].map((control) => (
              <li key={control}>{control}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
