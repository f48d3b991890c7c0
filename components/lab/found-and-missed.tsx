import type { DebriefView, RowTold } from '#domain/labs/lab-view'
import { useTranslations } from '../ui/words.tsx'
import { Unbroken } from './unbroken.tsx'

interface Props {
  debrief: Pick<DebriefView, 'found' | 'missed' | 'beside' | 'decoys'>
  /** Whether whoever did the lab reads it, or somebody else. */
  who: 'you' | 'they'
}

/** The case file against the truth. */
export function FoundAndMissed({ debrief, who }: Props) {
  const t = useTranslations('lab')
  const { found, missed, beside, decoys } = debrief
  return (
    <section className="was-there" aria-labelledby="was-head">
      <h2 className="h2" id="was-head">
        {t('wasThere', { who, found: found.length, all: found.length + missed.length })}
      </h2>
      <div className="columns">
        <Rows head={t('found')} rows={found} none={t('foundNone')} />
        <Rows head={t('missed')} rows={missed} none={t('missedNone')} />
        {beside.length > 0 && <Rows head={t('beside')} rows={beside} none="" />}
      </div>
      <h3>{t('decoys')}</h3>
      <ul className="plainlist">
        {decoys.map(({ id, why, marked }) => (
          <li key={id}>
            {why}
            {marked.length > 0 && (
              <b>
                {' '}
                <Unbroken text={t('markedDecoy', { who, rows: marked.map(({ label }) => label).join('; ') })} />
              </b>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostShown = 12

function Rows({ head, rows, none }: { head: string; rows: (RowTold & { reason?: string })[]; none: string }) {
  const t = useTranslations('lab')
  return (
    <div>
      <h3>{head}</h3>
      {rows.length === 0 && <p className="quiet">{none}</p>}
      <ul className="plainlist">
        {rows.slice(0, mostShown).map(({ row, label, reason }) => (
          <li key={row}>
            <Unbroken text={label} />
            {reason && <span className="quiet small"> {reason}</span>}
          </li>
        ))}
      </ul>
      {rows.length > mostShown && <p className="quiet small">{t('andMore', { count: rows.length - mostShown })}</p>}
    </div>
  )
}
