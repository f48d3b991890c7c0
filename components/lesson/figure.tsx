import type { FactNote, Figure as FigureData, Language } from '#domain/catalogue/types'
import { type FixedMarkup, useTranslations } from '../ui/words.tsx'
import { Bars } from './bars.tsx'
import { FigureTable } from './figure-table.tsx'
import { Html } from './html.tsx'
import { Lanes } from './lanes.tsx'
import { Matrix } from './matrix.tsx'
import { Note } from './note.tsx'
import type { DossierOfLesson } from './note-words.tsx'
import { Parts } from './parts.tsx'
import { Path } from './path.tsx'
import { Reach } from './reach.tsx'
import { Timeline } from './timeline.tsx'

interface FigureProps {
  figure: FigureData
  captionHtml: string
  language: Language
  facts: Record<string, FactNote>
  /** Numbers of the facts that records state; the notes of the others stand under the figure. */
  numbers: Map<string, number>
  dossier: DossierOfLesson | null
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

function Content({ figure, captionHtml, language, facts, numbers, dossier }: FigureProps) {
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
      {others.length > 0 && (
        <div className="fig-notes">
          {others.map((fact) => (
            <Note key={fact.id} fact={fact} language={language} number={null} dossier={dossier} />
          ))}
        </div>
      )}
      <FigureTable figure={figure} language={language} />
    </>
  )
}

function Drawing({ figure, language, facts }: Pick<FigureProps, 'figure' | 'language' | 'facts'>) {
  switch (figure.kind) {
    case 'timeline':
      return <Timeline figure={figure} language={language} facts={facts} />
    case 'path':
      return <Path figure={figure} language={language} />
    case 'matrix':
      return <Matrix figure={figure} language={language} />
    case 'parts':
      return <Parts figure={figure} language={language} />
    case 'bars':
      return <Bars figure={figure} language={language} />
    case 'lanes':
      return <Lanes figure={figure} language={language} />
    case 'reach':
      return <Reach figure={figure} language={language} />
  }
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
