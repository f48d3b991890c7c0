'use client'

import { memo } from 'react'
import type { TableView } from '#domain/labs/lab-view'
import type { Teller } from '#domain/labs/tell'
import { rowId } from '#domain/labs/workbench'
import { useWords } from './use-words.ts'

export const rowHeight = 28

interface Props {
  table: TableView
  teller: Teller
  /** Its place in the table, and among the rows shown. */
  index: number
  row: number
  /** What it is called in the case file. */
  letter: string | undefined
  /** The column whose cell the tab key reaches; null where none of the row is. */
  focusable: number | null
  /** The task that the row is picked for; null where it goes into the case file. */
  task: string | null
  form: string | null
  isAlive: boolean
  toggle: ((row: string) => void) | null
}

/** One row, made again only when something of its own changes. What is done to its cells is done by the table. */
export const EvidenceRow = memo(function EvidenceRow({ table, teller, index, row, letter, focusable, task, form, isAlive, toggle }: Props) {
  const t = useWords()
  const cells = table.rows[index] ?? []
  const looks = looksOf(table)
  return (
    <tr aria-rowindex={row + 2} className={letter ? 'is-marked' : undefined} aria-selected={letter !== undefined}>
      {table.columns.map(({ id: column, kind }, at) => {
        const text = teller.cell(cells[at] ?? null, kind)
        const common = {
          'data-at': `${row} ${at}`,
          tabIndex: focusable === at ? 0 : -1,
          className: looks[at],
          title: t('filterBy', { value: text || '–' }),
        }
        if (at > 0)
          return (
            <td key={column} {...common}>
              {text}
            </td>
          )
        return (
          <th key={column} {...common} scope="row">
            {toggle && form ? (
              <MarkButton row={rowId(table.id, index)} {...{ letter, text, task, form, isAlive, toggle }} />
            ) : (
              letter && <span className="mk is-proof">{letter}</span>
            )}
            {text}
          </th>
        )
      })}
    </tr>
  )
})

interface MarkProps {
  row: string
  letter: string | undefined
  text: string
  task: string | null
  form: string
  isAlive: boolean
  toggle: (row: string) => void
}

function MarkButton({ row, letter, text, task, form, isAlive, toggle }: MarkProps) {
  const t = useWords()
  const add = task === null ? t('addRow', { row: text }) : t('pickRow', { row: text, task })
  return (
    <button
      type="submit"
      className="mk"
      form={form}
      name={letter ? 'unmark' : 'mark'}
      value={row}
      tabIndex={isAlive ? -1 : 0}
      aria-pressed={letter !== undefined}
      aria-label={letter ? t('takeOutRow', { row: text }) : add}
      onClick={(event) => {
        event.preventDefault()
        toggle(row)
      }}
    >
      {letter ?? '+'}
    </button>
  )
}

export const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <tr aria-hidden="true" className="spacer">
    <td colSpan={columns} style={{ height }} />
  </tr>
)

type Look = 'number' | 'mono' | 'words' | undefined
const known = new WeakMap<TableView, Look[]>()

/**
 * Numbers stand below each other by their last digit; columns of addresses, numbers of machines and marks are read letter by letter. A whole
 * column looks alike: a cell that looks otherwise than those around it would seem to mean something.
 */
export function looksOf(table: TableView): Look[] {
  const looks = known.get(table) ?? table.columns.map(({ kind }, at) => lookOf(kind, table, at))
  known.set(table, looks)
  return looks
}

function lookOf(kind: string, { rows }: TableView, at: number): Look {
  if (kind === 'number') return 'number'
  if (kind === 'word') return 'words'
  if (kind !== 'text') return undefined
  const texts = rows.flatMap((cells) => cells[at] ?? []).map(String)
  // Addresses are compared letter by letter: one that is broken cannot be.
  if (texts.every((text) => !/\s/.test(text))) return texts.length > 0 && texts.every((text) => /\d/.test(text)) ? 'mono' : undefined
  return 'words'
}
