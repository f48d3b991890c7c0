/** Words of a wide timeline, in lines and in rows. */
import { lineHeight, textWidth, wrapEvenly } from './figure-text.ts'
import type { Mark } from './timeline-marks.ts'

export interface OnAxis extends Mark {
  x: number
  endX: number
}

export interface InLines extends OnAxis {
  titleLines: string[]
  detailLines: string[]
  wordsWidth: number
}

export interface InRow extends InLines {
  /** The sides of the words. */
  left: number
  right: number
  /** 0 is the row nearest to the axis. */
  row: number
}

/** Between words side by side. */
export const space = 12
/** Room for fonts wider than the estimate. */
const spare = 1.1

export function inLines(mark: OnAxis, limit: number): InLines {
  const isBold = mark.kind !== 'span'
  const titleLines = wrapEvenly(mark.title, limit / spare, isBold)
  const detailLines = mark.details.flatMap((detail) => wrapEvenly(detail, limit / spare))
  const widths = [...titleLines.map((line) => textWidth(line, isBold)), ...detailLines.map((line) => textWidth(line))]
  return { ...mark, titleLines, detailLines, wordsWidth: spare * Math.max(...widths) }
}

/** How far from the first row each ends: it is as high as its longest words and the `extra` that each row holds. */
export function rowEnds(marks: readonly InRow[], extra: number): number[] {
  const heights: number[] = []
  for (const { row, titleLines, detailLines } of marks)
    heights[row] = Math.max(heights[row] ?? 0, extra + lineHeight * (titleLines.length + detailLines.length))
  let end = 0
  return heights.map((height) => (end += height))
}
