import { Fragment } from 'react'
import type { SpotBlock } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { Activity, usePlacedRightly, Verdict } from './activity.tsx'
import { Html } from './html.tsx'

interface SpotProps {
  spot: SpotBlock
  action: string | null
  /** The placings of the reader; empty before. */
  placed: readonly string[]
}

/** A record whose lines can be marked; then each line with what is to be said of it. */
export function Spot({ spot, action, placed }: SpotProps) {
  const t = useTranslations('lesson')
  const result = usePlacedRightly({ ...spot, placed })
  const isDone = placed.length > 0
  return (
    <Activity {...spot} action={action} kept={placed} reached={result}>
      {isDone && (
        <p className="result" tabIndex={-1} data-next>
          {result}
        </p>
      )}
      <Record spot={spot} placed={placed} />
      {!isDone && (
        <p className="go">
          <button type="submit" className="btn">
            {t('checkSpot')}
          </button>
        </p>
      )}
    </Activity>
  )
}

/** A real table; its roles are kept by name, because a narrow page shows each row as a block. */
function Record({ spot: { id, columns, things, targets }, placed }: { spot: SpotBlock; placed: readonly string[] }) {
  const t = useTranslations('lesson')
  const isDone = placed.length > 0
  const width = columns.length + (isDone ? 0 : 1)
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: block takes a table's own roles away in browsers
    <table className="table record" role="table" aria-labelledby={`${id}-asked`}>
      <thead role="rowgroup">
        <tr role="row">
          {!isDone && (
            <th scope="col" role="columnheader" className="tick">
              {t('marked')}
            </th>
          )}
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {things.map((thing) => (
          <Fragment key={thing.id}>
            <tr role="row" className="line">
              {!isDone && (
                <td role="cell" className="tick">
                  <label>
                    <input type="checkbox" name="choice" value={thing.id} aria-label={t('mark', { line: thing.cells.join(', ') })} />
                    <span className="column" aria-hidden="true">
                      {t('marked')}
                    </span>
                  </label>
                </td>
              )}
              {thing.cells.map((cell, index) => (
                <td key={columns[index]} role="cell">
                  <span className="column" aria-hidden="true">
                    {columns[index]}
                  </span>
                  <span>{cell}</span>
                </td>
              ))}
            </tr>
            {isDone && (
              <tr role="row" className="judged">
                <td role="cell" colSpan={width}>
                  <Verdict targets={targets} thing={thing} placed={placed} />
                  <Html as="p" className="reason" html={thing.whyHtml} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
