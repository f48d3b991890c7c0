'use client'

import { useMemo, useState } from 'react'
import type { TableView } from '#domain/labs/lab-view'
import { cellInWords } from '#domain/labs/tell'
import type { Cell, Condition, View } from '#domain/labs/types'
import { rowsShown, timeColumn, toggled } from '#domain/labs/workbench'
import { EvidenceTable } from './evidence-table.tsx'
import { GroupTable } from './group-table.tsx'
import { TimeChart } from './time-chart.tsx'
import { useWords } from './use-words.ts'

interface Props {
  tables: TableView[]
  values: Record<string, string>
  view: View
  look: (view: View) => void
  /** The last view of another table. */
  viewOf: (table: string) => View
  marked: readonly string[]
  isPicking: boolean
  /** Null where there is nothing to mark. */
  form: string | null
  toggle: ((row: string) => void) | null
  first: number
}

/** The tables, one at a time: found, filtered, sorted, grouped, over time. */
export function EvidencePane(props: Props) {
  const { tables, values, view, look, viewOf, first } = props
  const t = useWords()
  const [isOverTime, setOverTime] = useState(false)
  const table = tables.find(({ id }) => id === view.table) ?? tables[0]
  const rows = useMemo(() => (table ? rowsShown(table, view, values) : []), [table, view, values])
  if (!table) return null
  const filter = (column: string, value: Cell) => look({ ...toggled(view, column, value), group: undefined })
  const sort = (column: string) => {
    const isUp = view.sort?.column === column && !view.sort.isDescending
    look({ ...view, sort: view.sort?.column === column && view.sort.isDescending ? undefined : { column, isDescending: isUp } })
  }
  const narrow = (column: string, from: string, to: string) =>
    look({ ...view, where: [...view.where.filter((one) => one.column !== column || !('from' in one)), { column, from, to }] })
  return (
    <section className="pane ev" id="ev" aria-labelledby="ev-head">
      <h2 className="sr" id="ev-head">
        {t('evidence')}
      </h2>
      <Tabs tables={tables} open={table.id} choose={(id) => look(viewOf(id))} />
      <form className="tools" id="view" method="get" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="table" value={table.id} />
        <Find key={table.id} value={view.find ?? ''} find={(find) => look({ ...view, find: find || undefined })} />
        {view.where.map((condition) => (
          <Chip
            key={JSON.stringify(condition)}
            words={inWords(table, condition, values)}
            remove={() => look({ ...view, where: view.where.filter((one) => one !== condition) })}
          />
        ))}
        <label className="grouping">
          <span className="sr">{t('groupBy')}</span>
          <select
            className="said-select"
            name="group"
            value={view.group ?? ''}
            onChange={(event) => look({ ...view, group: event.target.value || undefined })}
          >
            <option value="">{t('groupBy')}</option>
            {table.columns.map(({ id, title }) => (
              <option key={id} value={id}>
                {t('groupedBy', { column: title })}
              </option>
            ))}
          </select>
        </label>
        {timeColumn(table) && (
          <button type="button" className="linklike onlyscript" aria-pressed={isOverTime} onClick={() => setOverTime(!isOverTime)}>
            {t('overTime')}
          </button>
        )}
        <noscript>
          <button type="submit" className="btn plain compact">
            {t('show')}
          </button>
        </noscript>
        <span className="count" role="status">
          {t('count', { shown: rows.length, all: table.rows.length })}
        </span>
      </form>
      {isOverTime && <TimeChart table={table} rows={rows} narrow={narrow} />}
      {view.group ? (
        <GroupTable table={table} rows={rows} group={view.group} values={values} filter={filter} />
      ) : (
        <EvidenceTable key={table.id} {...props} {...{ table, rows, filter, sort }} />
      )}
      <noscript>
        <Pages first={first} all={rows.length} view={view} />
      </noscript>
    </section>
  )
}

function Tabs({ tables, open, choose }: { tables: TableView[]; open: string; choose: (table: string) => void }) {
  const t = useWords()
  return (
    <nav className="filetabs" aria-label={t('evidence')}>
      {tables.map(({ id, title, rows }) => (
        <a
          key={id}
          href={`?table=${id}`}
          aria-current={id === open ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault()
            choose(id)
          }}
        >
          {title} <small>{rows.length.toLocaleString('en')}</small>
        </a>
      ))}
    </nav>
  )
}

function Find({ value, find }: { value: string; find: (words: string) => void }) {
  const t = useWords()
  const [words, setWords] = useState(value)
  return (
    <input
      className="input compact find"
      type="search"
      name="find"
      maxLength={200}
      value={words}
      aria-label={t('find')}
      placeholder={t('find')}
      onChange={(event) => {
        setWords(event.target.value)
        find(event.target.value)
      }}
    />
  )
}

function Chip({ words, remove }: { words: string; remove: () => void }) {
  const t = useWords()
  return (
    <span className="chip">
      <span>{words}</span>
      <button type="button" aria-label={t('removeFilter', { filter: words })} onClick={remove}>
        ×
      </button>
    </span>
  )
}

/** Without script: the other rows, a hundred at a time. */
function Pages({ first, all, view }: { first: number; all: number; view: View }) {
  const t = useWords()
  const address = (from: number) =>
    `?${new URLSearchParams({ table: view.table, ...(view.find && { find: view.find }), from: String(from) })}`
  const step = 60
  return (
    <p className="meta more">
      {first > 0 && <a href={address(Math.max(0, first - step))}>{t('rowsBefore')}</a>}{' '}
      {first + step < all && <a href={address(first + step)}>{t('rowsAfter')}</a>}
    </p>
  )
}

function inWords(table: TableView, condition: Condition, values: Record<string, string>): string {
  const column = table.columns.find(({ id }) => id === condition.column)
  if (!column) return condition.column
  const told = (cell: Cell) => cellInWords(cell, column.kind, values) || '–'
  if ('is' in condition) return `${column.title}: ${told(condition.is)}`
  if ('in' in condition) return `${column.title}: ${condition.in.map(told).join(', ')}`
  if ('has' in condition) return `${column.title}: …${condition.has}…`
  return `${column.title}: ${told(condition.from ?? null)} – ${told(condition.to ?? null)}`
}
