'use client'

import type { TableView } from '#domain/labs/lab-view'
import type { Teller } from '#domain/labs/tell'
import { overTime, timeColumn } from '#domain/labs/workbench'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  rows: readonly number[]
  teller: Teller
  narrow: (column: string, from: string, to: string) => void
}

/** The rows shown over time; a bar narrows the view to its span. */
export function TimeChart({ table, rows, teller, narrow }: Props) {
  const t = useWords()
  const column = timeColumn(table)
  const drawn = column && overTime(table, rows, column)
  if (!column || !drawn) return null
  const { bars, span } = drawn
  const most = Math.max(...bars.map(({ count }) => count), 1)
  return (
    <figure className="overtime">
      <figcaption className="meta">{t('overTimeCaption', { column: column.title, span: t(`span_${span}`), most })}</figcaption>
      <div className="bars">
        {bars.map(({ from, to, count }) => {
          const label = t('bar', { from: teller.cell(from, column.kind), count })
          return (
            <button
              key={from}
              type="button"
              title={label}
              aria-label={label}
              disabled={count === 0}
              onClick={() => narrow(column.id, from, to)}
              style={{ '--part': count / most } as React.CSSProperties}
            />
          )
        })}
      </div>
      <p className="ends meta">
        <span>{teller.cell(bars[0]?.from ?? null, column.kind)}</span>
        <span>{teller.cell(bars.at(-1)?.from ?? null, column.kind)}</span>
      </p>
    </figure>
  )
}
