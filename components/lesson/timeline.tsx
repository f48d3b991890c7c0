import { strokeOf } from '#domain/catalogue/stroke'
import type { FactNote, Language, TimelineFigure } from '#domain/catalogue/types'
import { figureDashes } from './stroke.tsx'
import type { Mark } from './timeline-marks.ts'
import { TimelineNarrow } from './timeline-narrow.tsx'
import { TimelineWide } from './timeline-wide.tsx'
import { layOutWide, type WideTimeline } from './timeline-wide-layout.ts'

interface TimelineProps {
  figure: TimelineFigure
  language: Language
  facts: Record<string, FactNote>
}

const width = 888

/** Where everything stands is tried in many ways, milliseconds of work, and the same for everybody: kept as long as its figure. */
const layouts = { en: new WeakMap<TimelineFigure, WideTimeline | null>(), ja: new WeakMap<TimelineFigure, WideTimeline | null>() }

function wideLayout(figure: TimelineFigure, language: Language): WideTimeline | null {
  const kept = layouts[language].get(figure)
  if (kept !== undefined) return kept
  const layout = layOutWide(figure, language, width) ?? null
  layouts[language].set(figure, layout)
  return layout
}

/** To scale; a line is drawn as its statement is known. Wide beside the text, downwards on a phone and where too much happens for that. */
export function Timeline({ figure, language, facts }: TimelineProps) {
  const wide = wideLayout(figure, language)
  const dashesOf = dashesIn(figure, facts)
  return (
    <>
      {wide && <TimelineWide layout={wide} width={width} label={figure.text[language]} dashesOf={dashesOf} />}
      <TimelineNarrow figure={figure} language={language} className={wide ? 'narrow-only' : 'narrow-alone'} dashesOf={dashesOf} />
    </>
  )
}

/** The dashes of an entry: those of its first fact. A span between entries is ours and has none. */
function dashesIn(figure: TimelineFigure, facts: Record<string, FactNote>) {
  return ({ kind, index }: Mark) => {
    const fact = kind === 'span' ? undefined : facts[figure.entries[index]?.facts[0] ?? '']
    return fact ? figureDashes[strokeOf(fact)] : {}
  }
}
