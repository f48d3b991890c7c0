'use client'

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TableView } from '#domain/labs/lab-view'
import { cellInWords } from '#domain/labs/tell'
import type { Cell, View } from '#domain/labs/types'
import { letterOf, rowId } from '#domain/labs/workbench'
import { ColumnHead } from './column-head.tsx'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  values: Record<string, string>
  view: View
  /** Places of the rows shown, in their order. */
  rows: number[]
  /** Rows in the case file, or picked for a task, in their order. */
  marked: readonly string[]
  /** Letters for rows of the case file; a tick for rows of a task. */
  isPicking: boolean
  /** The id of the form that a button sends where there is no script; null where there is nothing to mark. */
  form: string | null
  toggle: ((row: string) => void) | null
  filter: (column: string, value: Cell) => void
  sort: (column: string) => void
  /** The first row to show where there is no script. */
  first: number
}

const rowHeight = 28
const beyond = 12
const atFirst = 60
const page = 20

interface Place {
  /** From -1, the heading. */
  row: number
  column: number
}

/** The rows of a view: only those near the window are in the page, all are in the table for whoever asks it how many there are. */
export function EvidenceTable(props: Props) {
  const { table, values, rows, marked, isPicking, form, toggle, filter, sort, first } = props
  const t = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const [isAlive, setAlive] = useState(false)
  const [span, setSpan] = useState({ from: first, to: first + atFirst })
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const wantsFocus = useRef(false)
  useEffect(() => setAlive(true), [])

  const measure = () => {
    const box = scroll.current
    if (!box) return
    const from = Math.max(0, Math.floor(box.scrollTop / rowHeight) - beyond)
    const to = Math.min(rows.length, from + Math.ceil(box.clientHeight / rowHeight) + 2 * beyond)
    // A cell that leaves the page takes the focus with it: then the table itself holds it, and the keys go on working.
    const isLeaving = (place.row < from || place.row >= to) && place.row >= 0 && box.contains(document.activeElement)
    if (isLeaving && !wantsFocus.current) box.focus({ preventScroll: true })
    setSpan((now) => (now.from === from && now.to === to ? now : { from, to }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are shown, from the top
  useLayoutEffect(() => {
    if (!isAlive || !scroll.current) return
    scroll.current.scrollTop = 0
    setPlace({ row: 0, column: 0 })
    measure()
  }, [rows, isAlive])
  // At once, not after the next key.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const cell = scroll.current?.querySelector<HTMLElement>(`[data-at="${place.row} ${place.column}"]`)
    if (!cell) return
    wantsFocus.current = false
    cell.focus({ preventScroll: true })
  })

  function go(next: Place) {
    const box = scroll.current
    const row = Math.max(-1, Math.min(rows.length - 1, next.row))
    const column = Math.max(0, Math.min(table.columns.length - 1, next.column))
    wantsFocus.current = true
    setPlace({ row, column })
    if (!box || row < 0) return
    const head = box.querySelector('thead')?.clientHeight ?? 0
    const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight + head]
    if (box.scrollTop > top) box.scrollTop = top
    else if (box.scrollTop + box.clientHeight < bottom) box.scrollTop = bottom - box.clientHeight
    measure()
  }

  function press(event: KeyboardEvent) {
    if (event.altKey || event.metaKey) return
    const { row, column } = place
    const index = rows[row]
    const whole = event.ctrlKey
    const last = rows.length - 1
    const moves: Record<string, Place> = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + 1 },
      ArrowLeft: { row, column: column - 1 },
      PageDown: { row: row + page, column },
      PageUp: { row: Math.max(0, row - page), column },
      Home: { row: whole ? 0 : row, column: 0 },
      End: { row: whole ? last : row, column: table.columns.length - 1 },
    }
    const move = moves[event.key]
    const spec = table.columns[column]
    if (move) go(move)
    else if (row < 0 || index === undefined || !spec) {
      if ((event.key === 'Enter' || event.key === ' ') && row < 0 && spec) sort(spec.id)
      else return
    } else if (event.key === 'Enter' || event.key === ' ') toggle?.(rowId(table.id, index))
    else if (event.key === 'f' && !whole) filter(spec.id, table.rows[index]?.[column] ?? null)
    else return
    event.preventDefault()
  }

  const tab = (row: number, column: number) => (isAlive && place.row === row && place.column === column ? 0 : -1)
  const shown = rows.slice(span.from, span.to)
  const letters = new Map(marked.map((row, at) => [row, isPicking ? '✓' : letterOf(at)]))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of a grid, for whichever of its cells has the focus
    <div className="scroll" ref={scroll} tabIndex={-1} onScroll={measure} onKeyDown={press}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus one by one is a grid */}
      <table className="evidence" role="grid" aria-rowcount={rows.length + 1} aria-colcount={table.columns.length}>
        <caption className="sr">
          {t('caption', { title: table.title, about: table.about, shown: rows.length, all: table.rows.length })}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {table.columns.map((column, at) => (
              <ColumnHead
                key={column.id}
                {...{ table, column, rows, values }}
                sorted={props.view.sort?.column === column.id ? props.view.sort : null}
                sort={sort}
                at={`-1 ${at}`}
                tabIndex={isAlive ? tab(-1, at) : 0}
                focused={() => setPlace({ row: -1, column: at })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {span.from > 0 && isAlive && <Spacer height={span.from * rowHeight} columns={table.columns.length} />}
          {shown.map((index, offset) => {
            const row = span.from + offset
            const letter = letters.get(rowId(table.id, index))
            const cells = table.rows[index] ?? []
            return (
              <tr key={index} aria-rowindex={row + 2} className={letter ? 'is-marked' : undefined} aria-selected={letter !== undefined}>
                {table.columns.map(({ id: column, kind }, at) => {
                  const text = cellInWords(cells[at] ?? null, kind, values)
                  const common = {
                    'data-at': `${row} ${at}`,
                    tabIndex: tab(row, at),
                    onFocus: () => setPlace({ row, column: at }),
                    className: isMono(kind, text) ? 'mono' : undefined,
                  }
                  if (at > 0)
                    return (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the table answers to f
                      <td key={column} {...common} onClick={() => filter(column, cells[at] ?? null)} title={t('filterBy', { value: text })}>
                        {text}
                      </td>
                    )
                  return (
                    <th key={column} {...common} scope="row">
                      {toggle && form ? (
                        <MarkButton row={rowId(table.id, index)} {...{ letter, text, form, isAlive, toggle }} />
                      ) : (
                        letter && <span className="mk is-proof">{letter}</span>
                      )}
                      {text}
                    </th>
                  )
                })}
              </tr>
            )
          })}
          {span.to < rows.length && isAlive && <Spacer height={(rows.length - span.to) * rowHeight} columns={table.columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

interface MarkProps {
  row: string
  letter: string | undefined
  text: string
  form: string
  isAlive: boolean
  toggle: (row: string) => void
}

function MarkButton({ row, letter, text, form, isAlive, toggle }: MarkProps) {
  const t = useWords()
  return (
    <button
      type="submit"
      className="mk"
      form={form}
      name={letter ? 'unmark' : 'mark'}
      value={row}
      tabIndex={isAlive ? -1 : 0}
      aria-pressed={letter !== undefined}
      aria-label={t(letter ? 'takeOutRow' : 'addRow', { row: text })}
      onClick={(event) => {
        event.preventDefault()
        toggle(row)
      }}
    >
      {letter ?? '+'}
    </button>
  )
}

const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <tr aria-hidden="true" className="spacer">
    <td colSpan={columns} style={{ height }} />
  </tr>
)

/** Addresses, numbers of machines and marks are read letter by letter. */
const isMono = (kind: string, text: string) => kind === 'text' && /\d/.test(text) && !/\s/.test(text)
