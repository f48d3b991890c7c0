/** Where the parts of lanes stand. Pure arithmetic in the drawing's own units. */
import type { LanesFigure, Language } from '#domain/catalogue/types'
import { textWidth, wrapText } from './figure-text.ts'
import { type Tick, ticksOf, timeScale, yearOf } from './time-scale.ts'

type Span = LanesFigure['lanes'][number]['spans'][number]

export interface PlacedSpan {
  kind: Span['kind']
  isMoment: boolean
  x: number
  endX: number
  lines: string[]
  /** The row in which its words begin, below the bar; 0 is the nearest. */
  row: number
  anchor: 'start' | 'end'
}

export interface PlacedLane {
  label: string
  spans: PlacedSpan[]
  /** How many rows of words it needs. */
  rows: number
}

const leastBar = 4
const gapToStem = 5
/** Room for fonts wider than the estimate. */
const spare = 1.1
const mostWords = 260

/** Lanes on a scale `width` wide: bars where they belong, their words below without running into each other. */
export function layOutLanes(figure: LanesFigure, language: Language, width: number): { lanes: PlacedLane[]; ticks: Tick[] } {
  const scale = timeScale(figure, 1, width - 1)
  const lanes = figure.lanes.map(({ label, spans }) => {
    const placed = placeWords(spans.map((span) => measure(span, language, scale, width)))
    return { label: label[language], spans: placed, rows: Math.max(...placed.map(({ row, lines }) => row + lines.length)) }
  })
  return { lanes, ticks: ticksOf(scale, language) }
}

function measure({ kind, start, end, label }: Span, language: Language, scale: (year: number) => number, width: number): PlacedSpan {
  const x = scale(yearOf(start))
  const endX = end ? Math.max(scale(yearOf(end, true)), x + leastBar) : x
  const [left, right] = [x - gapToStem, width - x - gapToStem].map((room) => room / spare) as [number, number]
  const words = label[language]
  const most = Math.min(mostWords, width * 0.62)
  // To the right where the words fit, else to the side with more room, in lines as short as that needs.
  const anchor = Math.max(...wrapText(words, most).map((line) => textWidth(line))) <= right || right >= left ? 'start' : 'end'
  const lines = wrapText(words, Math.min(most, anchor === 'start' ? right : left))
  return { kind, isMoment: !end, x, endX, lines, row: 0, anchor }
}

const widthOf = (lines: string[]) => spare * Math.max(...lines.map((line) => textWidth(line)))

/** Words hang on a stem from the beginning of their span. From the right, each takes the first row where they meet no other words or stem. */
function placeWords(spans: PlacedSpan[]): PlacedSpan[] {
  const placed: PlacedSpan[] = []
  for (const span of spans.toSorted((a, b) => b.x - a.x)) {
    const rows = Array.from({ length: 2 * spans.reduce((sum, { lines }) => sum + lines.length, 1) }, (_, row) => row)
    const find = (fits: typeof isClear) => rows.find((row) => placed.every((other) => fits({ ...span, row }, other)))
    // A stem may have to cross words, which stand out from it; words never cross words.
    placed.push({ ...span, row: find(isClear) ?? find((a, b) => !doWordsMeet(a, b)) ?? rows.length })
  }
  return spans.map((span) => placed.find(({ x, lines }) => x === span.x && lines.join() === span.lines.join()) ?? span)
}

function isClear(a: PlacedSpan, b: PlacedSpan): boolean {
  return !doWordsMeet(a, b) && !doesStemCross(a, b) && !doesStemCross(b, a)
}

function boxOf({ x, lines, anchor }: PlacedSpan): [number, number] {
  const length = widthOf(lines) + gapToStem
  return anchor === 'start' ? [x, x + length] : [x - length, x]
}

function doWordsMeet(a: PlacedSpan, b: PlacedSpan): boolean {
  const [[aLeft, aRight], [bLeft, bRight]] = [boxOf(a), boxOf(b)]
  return aLeft < bRight + gapToStem && bLeft < aRight + gapToStem && a.row < b.row + b.lines.length && b.row < a.row + a.lines.length
}

/** The stem of one runs down beside its own words, through every row above them. */
function doesStemCross(stem: PlacedSpan, words: PlacedSpan): boolean {
  const [left, right] = boxOf(words)
  return stem.x > left + 1 && stem.x < right + gapToStem && words.row < stem.row + stem.lines.length
}
