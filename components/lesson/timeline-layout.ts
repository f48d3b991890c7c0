/** Where the parts of a timeline stand. Pure arithmetic in the drawing's own units; time is in fractions of years. */
import { scaleLinear } from 'd3-scale'
import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { textWidth, wrapText } from './figure-text.ts'

/** A date as a year with its fraction. As an end it means the end of that day, month or year. */
export function yearOf(date: string, isEnd = false): number {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (isEnd && !month) return year + 1
  const at = Date.UTC(year, (month ?? 1) - 1 + (isEnd && !day ? 1 : 0), (day ?? 1) + (isEnd && day ? 1 : 0))
  const start = Date.UTC(year, 0, 1)
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start)
}

export interface Mark {
  index: number
  kind: 'bar' | 'point' | 'span'
  start: number
  end: number
  title: string
  /** What is said below the title. */
  detail: string
}

/** Everything the timeline shows, in one language. */
export function marksOf({ entries, spans }: TimelineFigure, language: Language): Mark[] {
  const joiner = language === 'ja' ? '、' : ', '
  return [
    ...entries.map(({ start, end, label, note, when }, index): Mark => {
      const detail = [note[language], when[language]].filter(Boolean).join(joiner)
      return {
        index,
        kind: end ? 'bar' : 'point',
        start: yearOf(start),
        end: end ? yearOf(end, true) : yearOf(start),
        title: label[language],
        detail,
      }
    }),
    ...spans.map(({ start, end, label, note }, index): Mark => {
      return { index, kind: 'span', start: yearOf(start, true), end: yearOf(end), title: label[language], detail: note[language] }
    }),
  ]
}

export interface WideMark extends Mark {
  x: number
  endX: number
  /** Where the words are anchored, and on which side of it. */
  textX: number
  anchor: 'start' | 'middle' | 'end'
  /** 0 is the row just above the axis, 1 the one above it; -1 the row below the axis. */
  row: number
}

interface Box {
  left: number
  right: number
}

interface Placement {
  box: Box
  /** The words and the line they belong to. */
  reach: Box
  isPoint: boolean
  x: number
}

/** The highest row that words are put in; above it stands what found no room. */
const highestRow = 5

/** Rows above and below the axis, filled so that words neither run into each other nor stand on another's stem. */
class Rows {
  readonly #taken = new Map<number, Box[]>()
  readonly #stems: { x: number; row: number }[] = []

  /** The free row nearest the axis; points may go below it. */
  take(placement: Placement): number {
    const candidates = placement.isPoint ? [0, 1, -1, 2, -2, 3, 4, 5] : [0, 1, 2, 3, 4, 5]
    const row = candidates.find((candidate) => this.#isFree(candidate, placement)) ?? highestRow + 1
    this.#taken.set(row, [...(this.#taken.get(row) ?? []), placement.reach])
    if (placement.isPoint) this.#stems.push({ x: placement.x, row })
    return row
  }

  #isFree(row: number, { box, reach, isPoint, x }: Placement): boolean {
    const hasNeighbour = this.#taken.get(row)?.some((other) => overlaps(other, reach, 8))
    const hasStem = this.#stems.some((stem) => passes(stem.row, row) && overlaps(box, { left: stem.x, right: stem.x }, 4))
    const crossed = isPoint ? [...this.#taken].filter(([other]) => other !== row && passes(row, other)).flatMap(([, boxes]) => boxes) : []
    return !hasNeighbour && !hasStem && !crossed.some((other) => overlaps(other, { left: x, right: x }, 4))
  }
}

const overlaps = (one: Box, other: Box, space: number) => one.left < other.right + space && other.left < one.right + space

/** Whether a stem from the axis to `end` passes or ends in `row`. */
const passes = (end: number, row: number) => (end >= 0 ? row >= 0 && row <= end : row < 0 && row >= end)

/** To scale from edge to edge: spans nearest the axis, bars above with the earliest on top, then points. */
export function layOutWide(
  figure: TimelineFigure,
  language: Language,
  width: number,
): { marks: WideMark[]; years: { year: number; x: number }[] } {
  const scale = scaleLinear([yearOf(figure.from), yearOf(figure.to, true)], [1, width - 1])
  const rows = new Rows()
  const marks = marksOf(figure, language)
  const of = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind)
  const placed = [...of('span'), ...of('bar').reverse(), ...of('point')].map((mark): WideMark => {
    const [x, endX] = [scale(mark.start), scale(mark.end)]
    const words = anchorOf(mark, x, endX, width)
    const box = boxOf(words, widthOf(mark))
    const reach = { left: Math.min(box.left, x), right: Math.max(box.right, endX) }
    return { ...mark, x, endX, ...words, row: rows.take({ box, reach, isPoint: mark.kind === 'point', x }) }
  })
  const years = yearTicks(figure).map((year) => ({ year, x: scale(year) }))
  return { marks: placed.sort((a, b) => a.start - b.start || a.index - b.index), years }
}

/** Whether everything found room; else the words run into each other, and only the line downwards will do. */
export const haveRoom = (marks: readonly WideMark[]): boolean => marks.every(({ row }) => row <= highestRow)

const widthOf = ({ title, detail }: Mark) => Math.max(textWidth(title, true), textWidth(detail))

function anchorOf(mark: Mark, x: number, endX: number, width: number): Pick<WideMark, 'textX' | 'anchor'> {
  if (mark.kind === 'span') return { textX: (x + endX) / 2, anchor: 'middle' }
  const isPoint = mark.kind === 'point'
  const gap = isPoint ? 9 : 0
  const length = widthOf(mark) + gap
  const prefersLeft = isPoint && x > width / 2 && x > length
  if (x + length <= width && !prefersLeft) return { textX: x + gap, anchor: 'start' }
  return { textX: isPoint ? x - gap : endX, anchor: 'end' }
}

function boxOf({ textX, anchor }: Pick<WideMark, 'textX' | 'anchor'>, length: number): Box {
  if (anchor === 'start') return { left: textX, right: textX + length }
  if (anchor === 'end') return { left: textX - length, right: textX }
  return { left: textX - length / 2, right: textX + length / 2 }
}

export function yearTicks({ from, to }: TimelineFigure): number[] {
  const [first, last] = [Math.ceil(yearOf(from)), Math.floor(yearOf(to, true))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export interface NarrowMark extends Mark {
  y: number
  endY: number
  /** The bar's own column, counted from the axis; points and spans need none. */
  lane: number
  textY: number
  titleLines: string[]
  detailLines: string[]
}

const lineHeight = 16
const pixelsPerYear = 76

/** Downwards, with words pushed down where they would run into those above them. */
export function layOutNarrow(
  figure: TimelineFigure,
  language: Language,
  textWidthLimit: number,
): { marks: NarrowMark[]; years: { year: number; y: number }[]; height: number; axisEnd: number } {
  const years = yearTicks(figure)
  const top = 14
  const axisEnd = top + (yearOf(figure.to, true) - yearOf(figure.from)) * pixelsPerYear
  const scale = scaleLinear([yearOf(figure.from), yearOf(figure.to, true)], [top, axisEnd])
  let free = 0
  const lanes: number[] = []
  const marks = marksOf(figure, language)
    .map((mark) => ({
      ...mark,
      y: scale(mark.start),
      endY: scale(mark.end),
      wished: scale(mark.kind === 'span' ? (mark.start + mark.end) / 2 : mark.start),
    }))
    .sort((a, b) => a.wished - b.wished)
    .map(({ wished, ...mark }): NarrowMark => {
      const titleLines = wrapText(mark.title, textWidthLimit, true)
      const detailLines = wrapText(mark.detail, textWidthLimit)
      const textY = Math.max(wished + 4, free + lineHeight)
      free = textY + (titleLines.length + detailLines.length - 1) * lineHeight + 6
      return { ...mark, lane: mark.kind === 'bar' ? takeLane(lanes, mark) : 0, textY, titleLines, detailLines }
    })
  return { marks, years: years.map((year) => ({ year, y: scale(year) })), height: Math.max(axisEnd + 14, free + 4), axisEnd }
}

function takeLane(ends: number[], { y, endY }: { y: number; endY: number }): number {
  const lane = ends.findIndex((end) => end < y)
  if (lane < 0) return ends.push(endY) - 1
  ends[lane] = endY
  return lane
}
