'use client'

import type { TableView } from '#domain/labs/lab-view'
import { cellInWords } from '#domain/labs/tell'
import { type Profile, profileOf } from '#domain/labs/workbench'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  column: TableView['columns'][number]
  rows: readonly number[]
  values: Record<string, string>
  sorted: { isDescending: boolean } | null
  sort: (column: string) => void
  at: string
  tabIndex: number
  focused: () => void
}

/** A column's name, which sorts by it, and under it what stands in the column, summed up. */
export function ColumnHead({ table, column, rows, values, sorted, sort, at, tabIndex, focused }: Props) {
  const t = useWords()
  const profile = profileOf(table, rows, column)
  const order = sorted ? (sorted.isDescending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={order}>
      <button
        type="submit"
        form="view"
        name="sort"
        value={sorted && !sorted.isDescending ? `-${column.id}` : column.id}
        data-at={at}
        tabIndex={tabIndex}
        onFocus={focused}
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
        {profile.bars ? (
          <Bars profile={profile} words={toldOf(profile, column, values)} />
        ) : (
          <Top {...{ profile, column, values }} all={rows.length} />
        )}
      </span>
    </th>
  )
}

const toldOf = ({ top }: Profile, { kind }: Props['column'], values: Props['values']) =>
  top.map(({ value, count }) => `${cellInWords(value, kind, values) || '–'} ${count}`).join(', ')

function Bars({ profile: { bars, different }, words }: { profile: Profile; words: string }) {
  const t = useWords()
  if (!bars) return null
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
      <span className="sr">{t('profile', { different, top: words })}</span>
    </>
  )
}

function Top({ profile, column, values, all }: { profile: Profile; column: Props['column']; values: Props['values']; all: number }) {
  const t = useWords()
  const [first] = profile.top
  if (!first) return <>–</>
  if (first.count === 1) return <>{t('allDifferent', { different: profile.different, all })}</>
  return profile.top.map(({ value, count }) => (
    <span key={String(value)} className="line">
      {t('times', { value: cellInWords(value, column.kind, values) || '–', count })}
    </span>
  ))
}
