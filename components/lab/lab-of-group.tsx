import type { CitedBy, Count, GroupReport } from '#domain/labs/group-report'
import type { Wrong } from '#domain/labs/wrong'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'
import { FigureTable } from './figure-table.tsx'

interface Told {
  id: string
  text: string
}
interface Report extends Pick<GroupReport, 'people' | 'looked' | 'cited' | 'hints' | 'time' | 'certainty'> {
  tasks: (Told & { right: number; worth: number; wrong: { kind: Wrong['kind']; words: string[]; count: number }[] })[]
  tables: (Told & { opened: number; narrowed: number })[] | null
  proofIn: (Told & CitedBy)[]
  steps: (Told & CitedBy)[]
  decoys: (Told & Count)[]
}
interface Props {
  report: Report | null
  people: number
  counted: number
  least: number
}

/** What the people of a group found in a lab, where they looked, what they missed and what misled them: figures, nobody by name. */
export function LabOfGroup({ report, people, counted, least }: Props) {
  const t = useTranslations('reports.lab')
  if (!report)
    return (
      <section>
        <EmptyState title={t(people === 0 ? 'nobody' : 'tooFew')}>
          <p>{t(people === 0 ? 'nobodyText' : people < least ? 'tooFewText' : 'tooFewBesideText', { least, people })}</p>
        </EmptyState>
      </section>
    )
  return (
    <>
      <InShort report={report} />
      {counted < people && <p className="meta">{t('counted', { counted, people })}</p>}
      <Findings report={report} />
      <Looked report={report} least={least} />
      <Proof id="steps" rows={report.steps} />
      <Proof id="tables" rows={report.proofIn} />
      <Misled report={report} />
      <Certainty report={report} />
    </>
  )
}

/** Proof, time and hints, in sentences. */
function InShort({ report: { people, cited, time, hints } }: { report: Report }) {
  const t = useTranslations('reports.lab')
  const { percent, list } = useNumbers()
  const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60))
  const taken = hints.flatMap((count, hint) => (count > 0 ? [t('tookHints', { hints: hint, people: count })] : []))
  return (
    <ul className="plainlist in-short">
      <li>{t('cited', { part: percent(cited) })}</li>
      <li>{t('time', { median: minutes(time.median), lower: minutes(time.lower), upper: minutes(time.upper) })}</li>
      <li>{t('hints', { people, hints: list(taken) })}</li>
    </ul>
  )
}

/** A count with its part of all, as in `7 (58 %)`. */
function useShare() {
  const t = useTranslations('reports.lab')
  const { percent } = useNumbers()
  return (count: number, of: number) => t('share', { count, part: percent(of === 0 ? 0 : count / of) })
}

function Findings({ report: { people, tasks } }: { report: Report }) {
  const t = useTranslations('reports.lab')
  const { percent } = useNumbers()
  const share = useShare()
  const rows = tasks.map(({ id, text, right, worth, wrong }) => ({
    ...{ id, text, cells: [share(right, people), percent(worth)] },
    more: wrong.length > 0 && (
      <ul className="wrong">
        {wrong.map(({ kind, words, count }) => (
          <li key={`${kind} ${words.join()}`}>
            {t('wrongBy', { count, how: t(`wrong.${kind}`, { first: words[0] ?? '', second: words[1] ?? '' }) })}
          </li>
        ))}
      </ul>
    ),
  }))
  return (
    <FigureTable
      id="findings"
      title={t('groupTasks')}
      about={t('tasksAbout')}
      heads={[t('task'), t('right'), t('meanWorth')]}
      rows={rows}
    />
  )
}

function Looked({ report: { people, looked, tables }, least }: { report: Report; least: number }) {
  const t = useTranslations('reports.lab')
  const share = useShare()
  if (!tables)
    return (
      <section aria-labelledby="looked">
        <h2 className="h2" id="looked">
          {t('groupTables')}
        </h2>
        <p className="quiet">{t('lookedTooFew', { looked, people, least })}</p>
      </section>
    )
  const rows = tables.map(({ id, text, opened, narrowed }) => ({ id, text, cells: [share(opened, looked), share(narrowed, looked)] }))
  const about = t(looked < people ? 'lookedSome' : 'lookedAll', { looked, people })
  return <FigureTable id="looked" title={t('groupTables')} about={about} heads={[t('table'), t('opened'), t('narrowed')]} rows={rows} />
}

function Proof({ id, rows }: { id: 'steps' | 'tables'; rows: Report['steps'] }) {
  const t = useTranslations('reports.lab')
  const share = useShare()
  const figures = rows.map(({ id: key, text, all, some, none }) => {
    const of = all + some + none
    return { id: key, text, cells: [share(all, of), share(some, of), share(none, of)] }
  })
  const heads = [t(`proof.${id}.head`), t('citedAll'), t('citedSome'), t('citedNone')]
  return <FigureTable id={`proof-${id}`} title={t(`proof.${id}.title`)} about={t(`proof.${id}.about`)} heads={heads} rows={figures} />
}

function Misled({ report: { decoys } }: { report: Report }) {
  const t = useTranslations('reports.lab')
  const { write } = useNumbers()
  const share = useShare()
  const rows = decoys.map(({ id, text, count, of }) => ({ id, text, cells: [share(count, of), write(of)] }))
  return (
    <FigureTable id="decoys" title={t('groupDecoys')} about={t('decoysAbout')} heads={[t('decoy'), t('misled'), t('met')]} rows={rows} />
  )
}

function Certainty({ report: { certainty } }: { report: Report }) {
  const t = useTranslations('reports.lab')
  const say = useTranslations('lab.bench')
  const { write } = useNumbers()
  const share = useShare()
  const rows = certainty.map(({ certainty: id, count, of }) => ({ id, text: say(id), cells: [share(count, of), write(of)] }))
  const heads = [t('certainty'), t('right'), t('responses')]
  return <FigureTable id="certainty" title={t('groupCertainty')} about={t('certaintyAbout')} heads={heads} rows={rows} />
}
