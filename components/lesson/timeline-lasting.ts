import { type InRow, inLines, type OnAxis, space } from './timeline-rows.ts'

const widestBarWords = 260
const narrowestSpanWords = 120
/** How far words may be moved along the axis to stand beside those before them. */
const furthestMove = 40

/** A line may begin where another ends, at most a day before. */
const touching = 1

/** Bars and spans, in the order of time, each in the first row where its line and its words have room. */
export function layOutLasting(lasting: OnAxis[], width: number): InRow[] {
  /** Where the lines and the words of each row end. */
  const rows: { line: number; words: number }[] = []
  return lasting.map((mark) => {
    const isBar = mark.kind === 'bar'
    const words = inLines(mark, isBar ? widestBarWords : Math.max(mark.endX - mark.x, narrowestSpanWords))
    const middle = (mark.x + mark.endX - words.wordsWidth) / 2
    const wished = Math.max(0, Math.min(isBar ? mark.x : middle, width - words.wordsWidth))
    const furthest = Math.min(wished + furthestMove, width - words.wordsWidth)
    const found = rows.findIndex((row) => row.line <= mark.x + touching && row.words + space <= furthest)
    const row = found < 0 ? rows.length : found
    const left = Math.max(wished, (rows[row]?.words ?? -space) + space)
    rows[row] = { line: mark.endX, words: left + words.wordsWidth }
    return { ...words, left, right: left + words.wordsWidth, row }
  })
}
