'use client'

import { useMemo } from 'react'
import type { TableView } from '#domain/labs/lab-view'
import type { Teller } from '#domain/labs/tell'
import { type Profile, profileOf } from '#domain/labs/workbench'
import { useNumber, useWords } from './use-words.ts'

interface Props {
  table: TableView
  column: TableView['columns'][number]
  rows: readonly number[]
  teller: Teller
  sorted: { isDescending: boolean } | null
  sort: (column: string) => void
  at: string
  tabIndex: number
  /** Whether the words of its cells may stand in several lines. */
  isWrapped: boolean
}

/** A column's name, which sorts by it, and under it what stands in the column, summed up. */
export function ColumnHead({ table, column, rows, teller, sorted, sort, at, tabIndex, isWrapped }: Props) {
  const t = useWords()
  const profile = useMemo(() => profileOf(table, rows, column), [table, rows, column])
  const minWidth = useMemo(() => (isWrapped ? leastWidth(table, column, teller) : undefined), [isWrapped, table, column, teller])
  const order = sorted ? (sorted.isDescending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={order} className={column.kind === 'number' ? 'number' : undefined} style={{ minWidth }}>
      <button
        type="submit"
        form="view"
        name="sort"
        value={sorted && !sorted.isDescending ? `-${column.id}` : column.id}
        data-at={at}
        tabIndex={tabIndex}
        onClick={(event) => {
          event.preventDefault()
          sort(column.id)
        }}
        title={t('sortBy', { column: column.title })}
      >
        {column.title}
        {sorted && <span aria-hidden="true">{sorted.isDescending ? ' ▼' : ' ▲'}</span>}
      </button>
      <span className="prof">
        {profile.bars ? <Bars {...{ profile, column, teller }} /> : <Top {...{ profile, column, teller }} all={rows.length} />}
      </span>
      {profile.total && (
        <span className="sum">
          <span className="line">{t('sum', { sum: profile.total.sum })}</span>{' '}
          <span className="line">{t('sumOf', { count: profile.total.count })}</span>
        </span>
      )}
    </th>
  )
}

/** Sentences stay wide enough to be read in a few lines; a few words may stand below each other. */
function leastWidth(table: TableView, column: Props['column'], teller: Teller): string {
  const at = table.columns.indexOf(column)
  const longest = Math.max(0, ...table.rows.map((cells) => widthOf(teller.cell(cells[at] ?? null, column.kind))))
  return `${longest > 48 ? 40 : Math.min(longest, 11)}ch`
}

/** In digits' widths: letters of Japanese take two. */
const widthOf = (text: string) => [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0)

function Bars({ profile: { bars, different, top }, column, teller }: { profile: Profile } & Pick<Props, 'column' | 'teller'>) {
  const t = useWords()
  const number = useNumber()
  if (!bars) return null
  const told = top.map(({ value, count }) => `${teller.cell(value, column.kind) || '–'} ${number(count)}`)
  const most = Math.max(...bars, 1)
  const width = 100 / bars.length
  return (
    <>
      <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
        {bars.map((count, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <rect key={index} x={index * width} y={30 - (28 * count) / most} width={width - 1} height={(28 * count) / most} />
        ))}
      </svg>
      <span className="sr">{t('profile', { different, top: told.join(', ') })}</span>
    </>
  )
}

function Top({ profile, column, teller, all }: { profile: Profile; column: Props['column']; teller: Teller; all: number }) {
  const t = useWords()
  const [first] = profile.top
  if (!first) return <>–</>
  if (first.count === 1) return <>{t('allDifferent', { different: profile.different, all })}</>
  return profile.top.map(({ value, count }) => (
    <span key={String(value)} className="line">
      {t('times', { value: teller.cell(value, column.kind) || '–', count })}
    </span>
  ))
}
