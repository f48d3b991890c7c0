import type { Figure, LanesFigure, Language, PathFigure, TimelineFigure } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { period } from './figure-words.ts'

/** The same as a drawing to scale, as a table behind a toggle; lists and matrices are read as they are. */
export function FigureTable({ figure, language }: { figure: Figure; language: Language }) {
  if (figure.kind === 'timeline') return <SameAsTable rows={timelineRows(figure, language)} kind="timeline" />
  if (figure.kind === 'path') return <PathTable figure={figure} language={language} />
  if (figure.kind === 'lanes') return <SameAsTable rows={laneRows(figure, language)} kind="lanes" />
  return null
}

function laneRows({ lanes, legend }: LanesFigure, language: Language): string[][] {
  return lanes.flatMap((lane) =>
    lane.spans.map(({ kind, start, end, label }) => [
      lane.label[language],
      period(start, end, language),
      label[language],
      legend[kind][language],
    ]),
  )
}

function timelineRows({ entries }: TimelineFigure, language: Language): string[][] {
  return entries.map(({ when, label, note, who }) => [
    when[language],
    [label[language], note[language]].join(language === 'ja' ? '。' : '; '),
    who[language],
  ])
}

function PathTable({ figure, language }: { figure: PathFigure; language: Language }) {
  const t = useTranslations('lesson')
  const rows = figure.stops.map((stop) => [
    stop.label[language],
    stop.note[language],
    t(stop.side === 'inside' ? 'inside' : 'outside'),
    t(stop.seen ? 'seen' : 'unseen'),
  ])
  return <SameAsTable rows={rows} kind="path" />
}

const columns = {
  timeline: ['when', 'what', 'whoSaysSo'],
  path: ['stop', 'what', 'side', 'sight'],
  lanes: ['row', 'when', 'what', 'state'],
} as const

function SameAsTable({ rows, kind }: { rows: string[][]; kind: keyof typeof columns }) {
  const t = useTranslations('lesson')
  return (
    <details className="data">
      <summary>{t('sameAsTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('sameAsTable')}>
        <table className="table">
          <thead>
            <tr>
              {columns[kind].map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.join()}>
                {cells.map((cell, index) => (
                  <td key={columns[kind][index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
