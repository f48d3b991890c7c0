'use client'

import { useEffect, useRef, useState } from 'react'
import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { asksForRows, rowsFor } from '#domain/labs/picking'
import type { View } from '#domain/labs/types'
import { letterOf } from '#domain/labs/workbench'
import { BriefPane } from './brief-pane.tsx'
import { CasePane, labelOf } from './case-pane.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import { Give } from './give.tsx'
import { LeftChanges } from './left-changes.tsx'
import { LostChanges } from './lost-changes.tsx'
import { rowHandsOf } from './row-hands.ts'
import { TaskForm } from './task-form.tsx'
import { Tour, useTour } from './tour.tsx'
import { type Bench as AtBench, type Keeper, useBench } from './use-bench.ts'
import { type Settled, useLast } from './use-last.ts'
import { beside, useSight } from './use-sight.ts'
import { useWords, WordsContext } from './use-words.ts'

interface Props {
  title: string
  minutes: number
  savedAt: string
  view: LabView
  /** What the address asks for, where there is no script. */
  asked: { view: View | null; by: string; task: string | null; from: number; search: string }
  addresses: { page: string; caseFile: string; hint: string; submission: string }
  refusal: string | null
  keeper: Keeper
  words: Record<string, string>
}

/** A lab at work: brief, evidence, case file. Without script it stands as it is, and its forms and links lead on. */
export function Workbench({ words, ...props }: Props) {
  return (
    <WordsContext value={words}>
      <Bench {...props} />
    </WordsContext>
  )
}

function Bench({ title, minutes, savedAt, view, asked, addresses, refusal, keeper }: Omit<Props, 'words'>) {
  const t = useWords()
  const bench = useBench(view, addresses.caseFile, keeper)
  const { file, state, sequence, left, decide, turn, change: keep, settled } = bench
  const tour = useTour(keeper.isShared)
  const show = useSight(beside.lab)
  const viewOf = (table: string): View => file.views[table] ?? { table, where: [] }
  const [shown, setShown] = useState<View>(asked.view ?? viewOf(file.table))
  const [current, setCurrent] = useState(
    asked.task ?? view.tasks.find(({ id }) => !file.tasks[id]?.certainty)?.id ?? view.tasks[0]?.id ?? '',
  )
  const [pickingFor, setPicking] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const kept = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(kept.current), [])

  const opened = useRef<View | null>(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the case file became another by itself
  useEffect(() => {
    if (turn === 0) return
    opened.current = null
    setShown(viewOf(file.table))
  }, [turn])
  /** What the page opened with is kept before the first change, so that a path without any view is that of a page without script. */
  const change = (next: Change) => {
    if (opened.current) keep({ do: 'look', view: opened.current })
    opened.current = null
    keep(next)
  }
  const look = (next: View) => {
    const clean = JSON.parse(JSON.stringify(next)) as View
    setShown(clean)
    clearTimeout(kept.current)
    // What is typed passes by letter by letter: kept is where one stays.
    kept.current = setTimeout(() => change({ do: 'look', view: clean }), 700)
  }
  const task = view.tasks.find(({ id }) => id === current) ?? view.tasks[0]
  const picking = view.tasks.filter(asksForRows).find(({ id }) => id === pickingFor) ?? null
  const isPickingHere = picking?.table === shown.table
  const marks = file.marks.map(({ row }) => row)
  const marked = isPickingHere && picking ? rowsFor(file, picking.id) : marks
  const tell = (key: string, row: string) =>
    setTold(t(key, { row: labelOf(row, view.tables, view.values), letter: letterOf(marks.length) }))
  const { toggle, takeOut } = rowHandsOf({ file, picking, change, tell })
  const pick = () => {
    if (picking || !task || !asksForRows(task)) return setPicking(null)
    setPicking(task.id)
    look(viewOf(task.table))
    show({ part: 'ev', focus: '.picking' })
  }
  const choose = (id: string) => {
    setCurrent(id)
    setPicking(null)
    show({ part: 'task', focus: 'h3' })
  }
  const hidden = (
    <>
      <input type="hidden" name="attempt" value={view.attemptId} />
      <input type="hidden" name="sequence" value={sequence} />
      <input type="hidden" name="view" value={asked.search} />
    </>
  )
  return (
    <div className="lab">
      <div className="labbar">
        <h1>{title}</h1>
        <span className="meta">{t('barMeta', { minutes })}</span>
        <span className="meta" role="status">
          {state.kind === 'idle' ? t('savedAt', { at: savedAt }) : t(state.kind === 'unsent' ? 'refused' : state.kind)}
        </span>
        <button type="button" className="linklike onlyscript" ref={tour.opener} onClick={() => tour.go(0)}>
          {t('tourStart')}
        </button>
        <span className="meta">{t('retry')}</span>
      </div>
      {left.length > 0 && <LeftChanges {...{ left, view, decide }} />}
      <Problems {...bench} {...{ refusal, view }} page={addresses.page} />
      <nav className="labnav" aria-label={title}>
        <a href="#brief">{t('brief')}</a>
        <a href="#ev">{t('evidence')}</a>
        <a href="#cf">{t('caseFileCount', { count: marks.length })}</a>
      </nav>
      <form id="case" method="post" action={addresses.caseFile} hidden>
        {hidden}
      </form>
      <BriefPane view={view} file={file} current={task?.id ?? ''} choose={choose}>
        <Hints view={view} hidden={hidden} address={addresses.hint} settled={settled} />
      </BriefPane>
      <EvidencePane
        tables={view.tables}
        values={view.values}
        view={shown}
        look={look}
        viewOf={viewOf}
        marked={marked}
        isPicking={isPickingHere}
        picking={picking}
        form="case"
        toggle={toggle}
        first={asked.from}
        by={asked.by}
      />
      <CasePane
        view={view}
        file={file}
        form="case"
        say={(row, reason) => change({ do: 'mark', row, reason })}
        takeOut={takeOut}
        write={(text) => change({ do: 'note', text })}
      >
        {task && (
          <TaskForm
            key={`${task.id} ${turn}`}
            {...{ view, file, task, hidden, pick }}
            isPicking={picking !== null}
            number={view.tasks.indexOf(task) + 1}
            address={addresses.caseFile}
            respond={(id, given, certainty) => change({ do: 'respond', task: id, given, certainty })}
            clear={(id) => change({ do: 'clear', task: id })}
          />
        )}
        <Give view={view} file={file} hidden={hidden} address={addresses.submission} settled={settled} />
      </CasePane>
      <p className="sr" role="status">
        {told}
      </p>
      <Tour {...tour} />
    </div>
  )
}

interface ProblemsProps extends Pick<AtBench, 'state' | 'isSafe' | 'lost' | 'forgetLost'> {
  view: LabView
  refusal: string | null
  page: string
}

/** What was not saved, and why. */
function Problems({ refusal, state, isSafe, lost, forgetLost, view, page }: ProblemsProps) {
  const t = useWords()
  const message = state.kind === 'refused' || state.kind === 'unsent' ? (state.message ?? t(isSafe ? 'unsent' : 'unsentOpen')) : refusal
  if (!message && lost.length === 0) return null
  return (
    <div className="problem" role="alert">
      {message && <p>{message}</p>}
      {state.kind === 'refused' && (
        <p>
          <a href={page}>{t('goOn')}</a>
        </p>
      )}
      {lost.length > 0 && <LostChanges lost={lost} view={view} forget={forgetLost} />}
    </div>
  )
}

interface PostProps {
  view: LabView
  hidden: React.ReactNode
  address: string
  settled: Settled
}

function Hints({ view: { hints }, hidden, address, settled }: PostProps) {
  const t = useWords()
  const send = useLast(settled)
  const percent = (price: number) => Math.round(price * 100)
  if (hints.taken.length === 0 && hints.next === null) return null
  return (
    <div className="hints" id="hints">
      {hints.taken.map(({ id, text, price }) => (
        <p key={id}>
          {text} <span className="quiet small">{t('hintCost', { price: percent(price) })}</span>
        </p>
      ))}
      {hints.next !== null && (
        <form method="post" action={address} onSubmit={send}>
          {hidden}
          <button type="submit" className="linklike">
            {t('takeHint', { price: percent(hints.next) })}
          </button>
        </form>
      )}
    </div>
  )
}
