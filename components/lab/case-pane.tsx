'use client'

import { type ReactNode, useState } from 'react'
import { longestReason } from '#domain/labs/case-file'
import type { LabView, TableView } from '#domain/labs/lab-view'
import { rowInWords } from '#domain/labs/tell'
import { letterOf, linksOf, placeOf } from '#domain/labs/workbench'
import { LinkGraph } from './link-graph.tsx'
import { Notes } from './notes.tsx'
import { Unbroken } from './unbroken.tsx'
import { useKept } from './use-kept.ts'
import { useWords } from './use-words.ts'

interface Props {
  view: LabView
  file: LabView['file']
  form: string
  say: (row: string, reason: string) => void
  takeOut: (row: string) => void
  write: (note: string) => void
  children: ReactNode
}

/** The rows put together, each with its reason, what links them, and free words about them. */
export function CasePane({ view, file, form, say, takeOut, write, children }: Props) {
  const t = useWords()
  const { marks } = file
  const [open, setOpen] = useState<string | null>(null)
  const shown = marks.find(({ row }) => row === open) ?? marks.at(-1)
  const links = linksOf(
    marks.map(({ row }) => row),
    view.tables,
  )
  return (
    <section className="pane casefile" id="cf" aria-labelledby="cf-head">
      <div className="inner">
        <h2 id="cf-head">{t('caseFile')}</h2>
        {marks.length === 0 && <p className="quiet">{t('empty')}</p>}
        <ol className="exhibits">
          {marks.map(({ row, reason }, index) => {
            const label = labelOf(row, view.tables, view.values)
            const letter = letterOf(index)
            return (
              <li key={row} className={row === shown?.row ? 'is-open' : undefined}>
                <button type="button" className="ex" aria-label={t('reasonFor', { letter })} onClick={() => setOpen(row)}>
                  {letter}
                </button>
                <span>
                  <Unbroken text={label} />
                </span>
                <button
                  type="submit"
                  className="linklike"
                  form={form}
                  name="unmark"
                  value={row}
                  aria-label={t('takeOutRow', { row: label })}
                  onClick={(event) => {
                    event.preventDefault()
                    takeOut(row)
                  }}
                >
                  {t('takeOut')}
                </button>
                {reason && (
                  <small>
                    <Unbroken text={reason} />
                  </small>
                )}
              </li>
            )
          })}
        </ol>
        {shown && <Reason key={shown.row} mark={shown} letter={letterOf(marks.indexOf(shown))} form={form} say={say} />}
        {links.length > 0 && (
          <details className="links">
            <summary>{t('links', { count: links.length })}</summary>
            <LinkGraph links={links} count={marks.length} />
          </details>
        )}
        <Notes note={file.note ?? ''} isReadable={view.isReadable} form={form} save={write} />
        {children}
      </div>
    </section>
  )
}

interface ReasonProps extends Pick<Props, 'form' | 'say'> {
  mark: { row: string; reason: string }
  letter: string
}

function Reason({ mark, letter, form, say }: ReasonProps) {
  const t = useWords()
  const [reason, setReason] = useKept(mark.reason)
  return (
    <div className="field reason">
      <label htmlFor="reason">{t('reasonFor', { letter })}</label>
      <input
        id="reason"
        className="input compact"
        name="reason"
        form={form}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onBlur={() => reason !== mark.reason && say(mark.row, reason)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          say(mark.row, reason)
        }}
      />
      <noscript>
        <button type="submit" className="btn plain compact" form={form} name="mark" value={mark.row}>
          {t('keepReason')}
        </button>
      </noscript>
    </div>
  )
}

export function labelOf(row: string, tables: TableView[], values: Record<string, string>): string {
  const { table: id, index } = placeOf(row)
  const table = tables.find((one) => one.id === id)
  return table ? rowInWords(table, { cells: table.rows[index] ?? [] }, values) : row
}
