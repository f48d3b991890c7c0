import type { FactNote, Figure as FigureData, Language, PathFigure, TimelineFigure } from '#domain/catalogue/types'
import { type FixedMarkup, useTranslations } from '../ui/words.tsx'
import { Html } from './html.tsx'
import { Matrix } from './matrix.tsx'
import { Note } from './note.tsx'
import { Path } from './path.tsx'
import { Timeline } from './timeline.tsx'

interface FigureProps {
  figure: FigureData
  captionHtml: string
  language: Language
  facts: Record<string, FactNote>
  /** Numbers of the facts that records state; the notes of the others stand under the figure. */
  numbers: Map<string, number>
}

const titleOf = (figure: FigureData) => `${figure.id}-title`

/** A drawing with its title, caption, sources, and the same as a table. */
export function Figure({ fixed, ...props }: FigureProps & { fixed: FixedMarkup }) {
  const { figure } = props
  return (
    <figure
      className="fig wide"
      id={figure.id}
      aria-labelledby={titleOf(figure)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it of the elements below
      dangerouslySetInnerHTML={fixed(`figure ${figure.id}`, () => <Content {...props} />)}
    />
  )
}

function Content({ figure, captionHtml, language, facts, numbers }: FigureProps) {
  const stated = figure.facts.filter((id) => numbers.has(id)).sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
  const others = figure.facts.flatMap((id) => (numbers.has(id) ? [] : (facts[id] ?? [])))
  return (
    <>
      <p className="fig-title" id={titleOf(figure)}>
        {figure.title[language]}
      </p>
      <Drawing figure={figure} language={language} facts={facts} />
      <figcaption>
        <Html as="span" html={captionHtml} /> <Sources facts={stated} numbers={numbers} />
      </figcaption>
      {others.map((fact) => (
        <Note key={fact.id} fact={fact} language={language} number={null} />
      ))}
      {figure.kind === 'timeline' && <SameAsTable rows={timelineRows(figure, language)} kind="timeline" />}
      {figure.kind === 'path' && <PathTable figure={figure} language={language} />}
    </>
  )
}

function Drawing({ figure, language, facts }: Pick<FigureProps, 'figure' | 'language' | 'facts'>) {
  if (figure.kind === 'timeline') return <Timeline figure={figure} language={language} facts={facts} />
  if (figure.kind === 'path') return <Path figure={figure} language={language} />
  if (figure.kind === 'matrix') return <Matrix figure={figure} language={language} />
  return <p>{figure.text[language]}</p>
}

function Sources({ facts, numbers }: { facts: string[]; numbers: Map<string, number> }) {
  const t = useTranslations('lesson')
  if (facts.length === 0) return null
  return (
    <span className="sources">
      {t('figureSources', { count: facts.length })}
      {facts.map((id) => (
        <a key={id} href={`#fact-${id}`}>
          {numbers.get(id)}
        </a>
      ))}
    </span>
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

const columns = { timeline: ['when', 'what', 'whoSaysSo'], path: ['stop', 'what', 'side', 'sight'] } as const

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
