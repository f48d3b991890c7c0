'use client'

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { TableView } from '#domain/labs/lab-view'
import type { Teller } from '#domain/labs/tell'
import type { Cell, View } from '#domain/labs/types'
import { letterOf, rowId } from '#domain/labs/workbench'
import { aboutId } from './about-table.tsx'
import { ColumnHead } from './column-head.tsx'
import { EvidenceRow, looksOf, rowHeight, Spacer } from './evidence-row.tsx'
import { reveal } from './reveal.ts'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  teller: Teller
  view: View
  /** Places of the rows shown, in their order. */
  rows: number[]
  /** Rows in the case file, or picked for a task, in their order. */
  marked: readonly string[]
  /** Letters for rows of the case file; a tick for rows of a task. */
  isPicking: boolean
  /** What the task is called that rows of this table are picked for; null where they go into the case file. */
  task: string | null
  /** The id of the form that a button sends where there is no script; null where there is nothing to mark. */
  form: string | null
  toggle: ((row: string) => void) | null
  filter: (column: string, value: Cell) => void
  sort: (column: string) => void
  /** The first row to show where there is no script. */
  first: number
}

const beyond = 12
const atFirst = 60
/** A table so short that all of it is in the page: its rows are as high as their words need, where they do not fit into one line. */
const isShort = (table: TableView) => table.rows.length <= atFirst
const page = 20

interface Place {
  /** From -1, the heading. */
  row: number
  column: number
}

/** The rows of a view: only those near the window are in the page, all are in the table for whoever asks it how many there are. */
export function EvidenceTable(props: Props) {
  const { table, teller, rows, marked, isPicking, task, form, toggle, filter, sort, first } = props
  const t = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const [isAlive, setAlive] = useState(false)
  const [near, setSpan] = useState({ from: first, to: first + atFirst })
  const span = isShort(table) ? { from: 0, to: rows.length } : near
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  /** The cell that takes the focus as soon as it is in the page, and the row that is followed when others are shown. */
  const wanted = useRef<Place | null>(null)
  const followed = useRef<number | null>(null)
  useEffect(() => setAlive(true), [])

  const measure = () => {
    const box = scroll.current
    if (!box || isShort(table)) return
    const from = Math.max(0, Math.floor(box.scrollTop / rowHeight) - beyond)
    const to = Math.min(rows.length, from + Math.ceil(box.clientHeight / rowHeight) + 2 * beyond)
    // A cell that leaves the page takes the focus with it: then the table itself holds it, and the keys go on working.
    const isLeaving = (place.row < from || place.row >= to) && place.row >= 0 && box.contains(document.activeElement)
    if (isLeaving && !wanted.current) box.focus({ preventScroll: true })
    setSpan((now) => (now.from === from && now.to === to ? now : { from, to }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are shown: from the top, or where the row is now that was filtered by
  useLayoutEffect(() => {
    if (!isAlive || !scroll.current) return
    const row = followed.current === null ? -1 : rows.indexOf(followed.current)
    followed.current = null
    if (row >= 0) return go({ row, column: place.column })
    scroll.current.scrollTop = 0
    setPlace((now) => (now.row < 0 ? now : { row: 0, column: 0 }))
    measure()
  }, [rows, isAlive])
  // At once, not after the next key.
  useLayoutEffect(() => {
    if (!wanted.current) return
    const { row, column } = wanted.current
    const box = scroll.current
    const cell = box?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)
    if (!box || !cell) return
    wanted.current = null
    cell.focus({ preventScroll: true })
    reveal(box, cell)
  })

  function go(next: Place) {
    const box = scroll.current
    const row = Math.max(-1, Math.min(rows.length - 1, next.row))
    const column = Math.max(0, Math.min(table.columns.length - 1, next.column))
    wanted.current = { row, column }
    setPlace({ row, column })
    if (!box || row < 0 || isShort(table)) return
    const head = box.querySelector('thead')?.clientHeight ?? 0
    const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight + head]
    if (box.scrollTop > top) box.scrollTop = top
    else if (box.scrollTop + box.clientHeight < bottom) box.scrollTop = bottom - box.clientHeight
    measure()
  }

  function filterBy({ row, column }: Place) {
    const [index, spec] = [rows[row], table.columns[column]]
    if (index === undefined || !spec) return
    followed.current = index
    filter(spec.id, table.rows[index]?.[column] ?? null)
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
    else if (event.key === 'f' && !whole) filterBy(place)
    else return
    event.preventDefault()
  }

  function click(event: MouseEvent) {
    const at = event.target instanceof Element && event.target.closest('button') ? null : placeIn(event.target)
    // Whoever has marked a value with the mouse wants to copy it.
    if (at && at.row >= 0 && !window.getSelection()?.toString()) filterBy(at)
  }
  function focus(event: FocusEvent) {
    const at = placeIn(event.target)
    if (at) setPlace((now) => (now.row === at.row && now.column === at.column ? now : at))
  }

  const shown = rows.slice(span.from, span.to)
  const letters = useMemo(() => new Map(marked.map((row, at) => [row, isPicking ? '✓' : letterOf(at)])), [marked, isPicking])
  const toggleNow = useLatest(toggle)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys and clicks of a grid, for whichever of its cells has the focus
    <div className="scroll" ref={scroll} tabIndex={-1} onScroll={measure} onKeyDown={press} onClick={click} onFocus={focus}>
      <table
        className={isShort(table) ? 'evidence is-short' : 'evidence'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus one by one is a grid
        role="grid"
        aria-rowcount={rows.length + 1}
        aria-colcount={table.columns.length}
        aria-describedby={table.about === '' ? undefined : aboutId}
      >
        <caption className="sr">
          {t(captionOf(toggle !== null, task), {
            title: table.title,
            shown: rows.length,
            all: table.rows.length,
            task: task ?? '',
          })}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {table.columns.map((column, at) => (
              <ColumnHead
                key={column.id}
                {...{ table, column, rows, teller }}
                sorted={props.view.sort?.column === column.id ? props.view.sort : null}
                sort={sort}
                at={`-1 ${at}`}
                isWrapped={isShort(table) && looksOf(table)[at] === 'words'}
                tabIndex={!isAlive || (place.row < 0 && place.column === at) ? 0 : -1}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {span.from > 0 && isAlive && <Spacer height={span.from * rowHeight} columns={table.columns.length} />}
          {shown.map((index, offset) => (
            <EvidenceRow
              key={index}
              row={span.from + offset}
              {...{ table, index, teller, task, form, isAlive }}
              letter={letters.get(rowId(table.id, index))}
              focusable={isAlive && place.row === span.from + offset ? place.column : null}
              toggle={toggle && toggleNow}
            />
          ))}
          {span.to < rows.length && isAlive && <Spacer height={(rows.length - span.to) * rowHeight} columns={table.columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

/** What the keys do: nothing is put anywhere where evidence is only read. */
function captionOf(isMarkable: boolean, task: string | null): string {
  if (!isMarkable) return 'captionRead'
  return task === null ? 'caption' : 'captionPicking'
}

/** The cell that something happened in. */
function placeIn(target: EventTarget): Place | null {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null
  const [row = 0, column = 0] = at?.split(' ').map(Number) ?? []
  return at ? { row, column } : null
}

/** One function for as long as the table stands, so that rows that stay the same are not made again. */
function useLatest<A>(act: ((given: A) => void) | null): (given: A) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((given) => latest.current?.(given), [])
}
