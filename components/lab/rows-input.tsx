'use client'

import { costOf } from '#domain/labs/workbench'
import { labelOf } from './case-pane.tsx'
import type { InputProps } from './input-props.ts'
import { Unbroken } from './unbroken.tsx'
import { useWords } from './use-words.ts'

/** Rows of one table: taken from the case file, or picked in the table; those of a plan within what they may cost. */
export function RowsInput({ view, file, task, given, choose, isPicking, pick }: InputProps<'rows' | 'plan'>) {
  const t = useWords()
  const rows = given && 'rows' in given ? given.rows : []
  const table = view.tables.find(({ id }) => id === task.table)
  if (!table) return null
  const marked = file.marks.map(({ row }) => row).filter((row) => row.startsWith(`${task.table}-`))
  return (
    <div className="picked">
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
      <p>{t(rows.length === 0 ? 'nonePicked' : 'picked', { count: rows.length, table: table.title })}</p>
      {task.kind === 'plan' && <p>{t('cost', { cost: costOf(table, task.budget.column, rows), most: task.budget.most })}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <input type="hidden" name="row" value={row} />
            <span>
              <Unbroken text={labelOf(row, view.tables, view.values)} />
            </span>
            <button
              type="button"
              className="linklike"
              aria-label={t('takeOutRow', { row: labelOf(row, view.tables, view.values) })}
              onClick={() => choose({ rows: rows.filter((one) => one !== row) })}
            >
              {t('takeOut')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="btn plain compact" aria-pressed={isPicking} onClick={pick}>
        {t(isPicking ? 'donePicking' : 'pickInTable', { table: table.title })}
      </button>
      {marked.length > 0 && task.kind === 'rows' && !task.isAside && (
        <button type="button" className="btn plain compact" onClick={() => choose({ rows: marked })}>
          {t('takeMarked', { count: marked.length })}
        </button>
      )}
    </div>
  )
}
