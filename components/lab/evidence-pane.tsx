'use client'

import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { TableView } from '#domain/labs/lab-view'
import { addressOfView, narrowed, withRange } from '#domain/labs/narrow'
import type { RowTask } from '#domain/labs/picking'
import type { Cell, View } from '#domain/labs/types'
import { rowsShown, timeColumn, toggled } from '#domain/labs/workbench'
import { AboutTable } from './about-table.tsx'
import { Chips } from './chips.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { GroupTable } from './group-table.tsx'
import { NarrowFields } from './narrow-fields.tsx'
import { TimeChart } from './time-chart.tsx'
import { useKept } from './use-kept.ts'
import { useLanguage, useNumber, useTeller, useWords } from './use-words.ts'

interface Props {
  tables: TableView[]
  values: Record<string, string>
  view: View
  look: (view: View) => void
  /** The last view of another table. */
  viewOf: (table: string) => View
  marked: readonly string[]
  /** Letters for rows of the case file; a tick for rows of a task. */
  isPicking: boolean
  /** The task that rows are being picked for, of this table or another. */
  picking?: RowTask | null
  /** Null where there is nothing to mark. */
  form: string | null
  toggle: ((row: string) => void) | null
  /** Where there is no script: the first row, and the column to filter by. */
  first?: number
  by?: string
}

/** The tables, one at a time: found, filtered, sorted, grouped, over time. */
export function EvidencePane(props: Props) {
  const { tables, values, view, look, viewOf, picking = null, first = 0 } = props
  const t = useWords()
  const teller = useTeller(values)
  const language = useLanguage()
  const [isOverTime, setOverTime] = useState(false)
  const [narrowing, setNarrowing] = useState({ table: view.table, column: props.by ?? '' })
  const count = useRef<HTMLSpanElement>(null)
  const table = tables.find(({ id }) => id === view.table) ?? tables[0]
  const rows = useMemo(() => (table ? rowsShown(table, view, teller) : []), [table, view, teller])
  if (!table) return null
  const task = picking?.table === table.id ? picking.short : null
  const by = table.columns.find(({ id }) => narrowing.table === table.id && id === narrowing.column)
  const found = (find: string) => (find ? { find, findIn: language } : { find: undefined, findIn: undefined })
  const narrowBy = (column: string) => setNarrowing({ table: table.id, column })
  const only = (column: string, value: Cell): View => ({ ...toggled(view, column, value), group: undefined })
  const sort = (column: string) => {
    const isUp = view.sort?.column === column && !view.sort.isDescending
    look({ ...view, sort: view.sort?.column === column && view.sort.isDescending ? undefined : { column, isDescending: isUp } })
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = [...new FormData(event.currentTarget)].map(([name, value]): [string, string] => [name, String(value)])
    if (by) look(narrowed(view, by, fields))
  }
  /** What was pressed is gone: the number of rows that are left is where one goes on from. */
  const lookAndTell = (next: View) => {
    look(next)
    count.current?.focus()
  }
  return (
    <section className="pane ev" id="ev" aria-labelledby="ev-head">
      <h2 className="sr" id="ev-head">
        {t('evidence')}
      </h2>
      <Tabs tables={tables} open={table.id} choose={(id) => look(viewOf(id))} />
      <AboutTable key={table.id} text={table.about} />
      {picking && <WhatPlusDoes picking={picking} tables={tables} open={table.id} />}
      <form className="tools" id="view" method="get" onSubmit={send}>
        <Asked view={view} />
        <Find key={table.id} value={view.find ?? ''} find={(find) => look({ ...view, ...found(find) })} />
        <Chips table={table} view={view} teller={teller} look={lookAndTell} />
        <Columns
          {...{ table, name: 'group', none: t('groupBy'), value: view.group ?? '', words: (column) => t('groupedBy', { column }) }}
          choose={(group) => look({ ...view, group: group || undefined })}
        />
        <Columns
          {...{ table, name: 'by', none: t('narrow'), value: by?.id ?? '', words: (column) => t('narrowBy', { column }) }}
          choose={narrowBy}
        />
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
        <span className="count" role="status" tabIndex={-1} ref={count}>
          {t('count', { shown: rows.length, all: table.rows.length })}
        </span>
        {by && (
          <NarrowFields key={`${table.id} ${by.id}`} table={table} column={by} view={view} teller={teller} close={() => narrowBy('')} />
        )}
      </form>
      {isOverTime && (
        <TimeChart
          table={table}
          rows={rows}
          teller={teller}
          narrow={(...range: [string, string, string]) => look(withRange(view, ...range))}
        />
      )}
      {view.group ? (
        <GroupTable table={table} rows={rows} group={view.group} teller={teller} only={only} look={look} />
      ) : (
        <EvidenceTable
          key={table.id}
          {...props}
          {...{ table, rows, teller, sort, first, task }}
          filter={(...asked) => look(only(...asked))}
        />
      )}
      {rows.length === 0 && <NoRows view={view} look={lookAndTell} />}
      <noscript>
        <Pages first={first} all={rows.length} view={view} />
      </noscript>
    </section>
  )
}

interface PlusProps {
  picking: RowTask
  tables: TableView[]
  open: string
}

/** While rows are picked for a task: whether they are those of the table that is open. */
function WhatPlusDoes({ picking: { short: task, table }, tables, open }: PlusProps) {
  const t = useWords()
  const title = tables.find(({ id }) => id === table)?.title ?? table
  return (
    <p className="picking" tabIndex={-1}>
      {table === open ? t('pickingHere', { task }) : t('pickingElsewhere', { task, table: title })}
    </p>
  )
}

/** What stands already, for a form that is sent where there is no script. */
function Asked({ view: { table, where, sort } }: { view: View }) {
  const language = useLanguage()
  return (
    <>
      <input type="hidden" name="table" value={table} />
      <input type="hidden" name="findIn" value={language} />
      {where.map((condition) => (
        <input key={JSON.stringify(condition)} type="hidden" name="where" value={JSON.stringify(condition)} />
      ))}
      {sort && <input type="hidden" name="sort" value={`${sort.isDescending ? '-' : ''}${sort.column}`} />}
    </>
  )
}

function Tabs({ tables, open, choose }: { tables: TableView[]; open: string; choose: (table: string) => void }) {
  const t = useWords()
  const number = useNumber()
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
          {title} <small>{number(rows.length)}</small>
        </a>
      ))}
    </nav>
  )
}

function Find({ value, find }: { value: string; find: (words: string) => void }) {
  const t = useWords()
  const [words, setWords] = useKept(value)
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
      // It is found as one types; the first button of the form is another's.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}

interface ColumnsProps {
  table: TableView
  name: string
  /** What no column is called, and what a column is. */
  none: string
  words: (column: string) => string
  value: string
  choose: (column: string) => void
}

function Columns({ table, name, none, words, value, choose }: ColumnsProps) {
  return (
    <select className="said-select" name={name} aria-label={none} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">{none}</option>
      {table.columns.map(({ id, title }) => (
        <option key={id} value={id}>
          {words(title)}
        </option>
      ))}
    </select>
  )
}

function NoRows({ view, look }: { view: View; look: (view: View) => void }) {
  const t = useWords()
  const all = { ...view, where: [], find: undefined, findIn: undefined }
  return (
    <p className="meta more">
      {t('noRows')}{' '}
      <a
        href={addressOfView(all)}
        onClick={(event) => {
          event.preventDefault()
          look(all)
        }}
      >
        {t('clearAll')}
      </a>
    </p>
  )
}

/** Without script: the other rows, some at a time. */
function Pages({ first, all, view }: { first: number; all: number; view: View }) {
  const t = useWords()
  const address = (from: number) => addressOfView(view, [['from', String(from)]])
  const step = 60
  return (
    <p className="meta more">
      {first > 0 && <a href={address(Math.max(0, first - step))}>{t('rowsBefore')}</a>}{' '}
      {first + step < all && <a href={address(first + step)}>{t('rowsAfter')}</a>}
    </p>
  )
}
