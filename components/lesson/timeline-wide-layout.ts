/**
 * Where the parts of a wide timeline stand: above the axis moments, their words beside their stems; below it what lasts.
 * Pure arithmetic in the drawing's own units, the axis at 0.
 */
import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { type Tick, ticksOf, timeScale } from './time-scale.ts'
import { layOutLasting } from './timeline-lasting.ts'
import { marksOf } from './timeline-marks.ts'
import { belowWords, layOutMoments } from './timeline-moments.ts'
import { type InRow, type OnAxis, rowEnds } from './timeline-rows.ts'

export interface WideMark extends InRow {
  /** The top of a moment's stem, or the line of what lasts. */
  lineY: number
  /** The baseline of the first line of words. */
  textY: number
}

export interface WideTimeline {
  marks: WideMark[]
  ticks: Tick[]
  top: number
  bottom: number
}

/** The years stand between the axis and what lasts. */
const belowYears = 30
/** What lasts has a line above its words, and room around it. */
const aroundLine = 34

/** Nothing where moments stand too close for this width: then only the line downwards has room for them. */
export function layOutWide(figure: TimelineFigure, language: Language, width: number): WideTimeline | undefined {
  const scale = timeScale(figure, 1, width - 1)
  const marks = marksOf(figure, language)
    .map((mark): OnAxis => ({ ...mark, x: scale(mark.start), endX: scale(mark.end) }))
    .sort((a, b) => a.x - b.x || a.index - b.index)
  const moments = layOutMoments(
    marks.filter(({ kind }) => kind === 'point'),
    width,
  )
  if (!moments) return undefined
  const lasting = layOutLasting(
    marks.filter(({ kind }) => kind !== 'point'),
    width,
  )
  const [tops, bottoms] = [rowEnds(moments, belowWords), rowEnds(lasting, aroundLine)]
  const above = moments.map((mark): WideMark => {
    const top = -(tops[mark.row] ?? 0)
    return { ...mark, lineY: top + 2, textY: top + 12 }
  })
  const below = lasting.map((mark): WideMark => {
    const top = belowYears + (bottoms[mark.row - 1] ?? 0)
    return { ...mark, lineY: top + 12, textY: top + 32 }
  })
  return {
    marks: [...above, ...below],
    ticks: ticksOf(scale, language),
    top: 6 + (tops.at(-1) ?? 0),
    bottom: belowYears + (bottoms.at(-1) ?? 0),
  }
}
