'use client'

import type { TableView } from '#domain/labs/lab-view'
import { addressOfView } from '#domain/labs/narrow'
import type { Teller } from '#domain/labs/tell'
import type { Cell, View } from '#domain/labs/types'
import { counted } from '#domain/labs/workbench'
import { useNumber, useWords } from './use-words.ts'

interface Props {
  table: TableView
  rows: readonly number[]
  group: string
  teller: Teller
  /** The view of the rows with one value. */
  only: (column: string, value: Cell) => View
  look: (view: View) => void
}

const mostGroups = 300

/** How often each value of a column stands in the rows shown. */
export function GroupTable({ table, rows, group, teller, only, look }: Props) {
  const t = useWords()
  const number = useNumber()
  const column = table.columns.find(({ id }) => id === group)
  if (!column) return null
  const groups = counted(table, rows, group)
  const most = groups[0]?.count ?? 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="scroll" tabIndex={0} aria-label={t('groupedBy', { column: column.title })}>
      <table className="evidence groups">
        <thead>
          <tr>
            <th scope="col">{column.title}</th>
            <th scope="col">{t('rows')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, mostGroups).map(({ value, count }) => (
            <tr key={String(value)}>
              <th scope="row">
                <a
                  href={addressOfView(only(group, value))}
                  onClick={(event) => {
                    event.preventDefault()
                    look(only(group, value))
                  }}
                >
                  {teller.cell(value, column.kind) || '–'}
                </a>
              </th>
              <td>
                <span className="n">{number(count)}</span>
                <i className="share" style={{ inlineSize: `calc((100% - 4rem) * ${count / most})` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > mostGroups && <p className="meta more">{t('moreGroups', { count: groups.length - mostGroups })}</p>}
    </section>
  )
}
