/** Where the parts of a timeline downwards stand. Pure arithmetic in the drawing's own units. */
import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { lineHeight, wrapEvenly } from './figure-text.ts'
import { type Tick, ticksOf, timeScale, yearOf } from './time-scale.ts'
import { type Mark, marksOf } from './timeline-marks.ts'

export interface NarrowMark extends Mark {
  y: number
  endY: number
  /** The bar's own column, counted from the axis; points and spans need none. */
  lane: number
  textY: number
  titleLines: string[]
  detailLines: string[]
}

export interface NarrowTimeline {
  marks: NarrowMark[]
  ticks: Tick[]
  height: number
  axisEnd: number
}

const top = 14
const pixelsPerYear = 76
const space = 6

/** Words are pushed down where they would run into those above them. */
export function layOutNarrow(figure: TimelineFigure, language: Language, widest: number): NarrowTimeline {
  const words = marksOf(figure, language).map((mark) => ({ ...mark, ...inLines(mark, widest) }))
  // As long as its words at least, or all of their lines would lead far down, and weeks would be one dot.
  const wordsHeight = words.reduce((sum, { height }) => sum + height, 0)
  const axisEnd = top + Math.max((yearOf(figure.to, true) - yearOf(figure.from)) * pixelsPerYear, wordsHeight)
  const scale = timeScale(figure, top, axisEnd)
  let free = 0
  const lanes: number[] = []
  const marks = words
    .map((mark) => ({ ...mark, y: scale(mark.start), endY: scale(mark.end) }))
    .sort((a, b) => wishedY(a) - wishedY(b))
    .map(({ height, ...mark }): NarrowMark => {
      const textY = Math.max(wishedY(mark) + 4, free + lineHeight)
      free = textY + height - lineHeight
      return { ...mark, lane: mark.kind === 'bar' ? takeLane(lanes, mark) : 0, textY }
    })
  return { marks, ticks: ticksOf(scale, language), height: Math.max(axisEnd + 14, free + 4), axisEnd }
}

function inLines({ title, details }: Mark, widest: number) {
  const titleLines = wrapEvenly(title, widest, true)
  const detailLines = details.flatMap((detail) => wrapEvenly(detail, widest))
  return { titleLines, detailLines, height: (titleLines.length + detailLines.length) * lineHeight + space }
}

/** A moment and a bar have their words at their beginning, a span in its middle. */
const wishedY = ({ kind, y, endY }: { kind: Mark['kind']; y: number; endY: number }) => (kind === 'span' ? (y + endY) / 2 : y)

function takeLane(ends: number[], { y, endY }: { y: number; endY: number }): number {
  const lane = ends.findIndex((end) => end < y)
  if (lane < 0) return ends.push(endY) - 1
  ends[lane] = endY
  return lane
}
