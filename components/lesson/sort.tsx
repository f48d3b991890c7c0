import type { SortBlock } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { Activity, usePlacedRightly, Verdict } from './activity.tsx'
import { Html } from './html.tsx'

interface SortProps {
  sort: SortBlock
  action: string | null
  /** The placings of the reader; empty before. */
  placed: readonly string[]
}

/** Things to be put where they belong; then each with its right place, the reader's own and the reason. */
export function Sort({ sort, action, placed }: SortProps) {
  const result = usePlacedRightly({ ...sort, placed })
  return (
    <Activity {...sort} action={action} kept={placed} reached={result}>
      {placed.length > 0 ? <Placed sort={sort} placed={placed} result={result} /> : <Things sort={sort} />}
    </Activity>
  )
}

function Things({ sort: { id, things, targets } }: { sort: SortBlock }) {
  const t = useTranslations('lesson')
  return (
    <>
      {things.map((thing) => (
        <fieldset key={thing.id} className="thing">
          <Html as="legend" html={thing.html} />
          <div className="targets">
            {targets.map((target) => (
              <label key={target.id} className="target" htmlFor={`${id}-${thing.id}-${target.id}`}>
                <input
                  type="radio"
                  id={`${id}-${thing.id}-${target.id}`}
                  name={`choice.${thing.id}`}
                  value={`${thing.id}-${target.id}`}
                  required
                />
                {target.label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="go">
        <button type="submit" className="btn">
          {t('checkSort')}
        </button>
      </p>
    </>
  )
}

function Placed({ sort: { things, targets }, placed, result }: { sort: SortBlock; placed: readonly string[]; result: string }) {
  return (
    <>
      <p className="result" tabIndex={-1} data-next>
        {result}
      </p>
      <ol className="placed">
        {things.map((thing) => (
          <li key={thing.id}>
            <Html as="p" className="what" html={thing.html} />
            <Verdict targets={targets} thing={thing} placed={placed} />
            <Html as="p" className="reason" html={thing.whyHtml} />
          </li>
        ))}
      </ol>
    </>
  )
}
