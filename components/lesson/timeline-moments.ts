import { lineHeight } from './figure-text.ts'
import { type InLines, type InRow, inLines, type OnAxis, rowEnds, space } from './timeline-rows.ts'

/** How wide words may be: the narrower, the more lines, and the fewer rows. */
const limits = [300, 260, 220, 180, 150, 120]
const fromStem = 9
const mostRows = 6
/** Between the words of a row and what is nearer to the axis. */
export const belowWords = 14

/**
 * Moments above the axis, in the best of these ways: words of some width, right of their stems up to some moment and left of them
 * from there on; in the end each as wide as it has room for.
 */
export function layOutMoments(moments: OnAxis[], width: number): InRow[] | undefined {
  const choices = limits.map((limit) => moments.map((moment) => inLines(moment, limit)))
  const ways = choices.flatMap((words) => Array.from({ length: words.length + 1 }, (_, turn) => stack(words, turn, width) ?? []))
  const complete = ways.filter((way) => way.length === moments.length).map((way) => widen(way, choices.flat(), width))
  return complete.toSorted((a, b) => costOf(a) - costOf(b))[0]
}

/** What is low reads well, and what is broken into few lines. */
function costOf(rows: InRow[]): number {
  const lines = rows.reduce((sum, { titleLines, detailLines }) => sum + titleLines.length + detailLines.length, 0)
  return (rowEnds(rows, belowWords).at(-1) ?? 0) + (lineHeight / 2) * lines
}

/** From the lowest step up: those left of their stems from the earliest on, then those right of theirs from the latest back. */
function stack(words: InLines[], turn: number, width: number): InRow[] | undefined {
  const flags = words.map((word, index) => beside(word, index < turn, 0))
  const placed: InRow[] = []
  for (const flag of [...flags.slice(turn), ...flags.slice(0, turn).reverse()]) {
    const inRows = Array.from({ length: mostRows }, (_, row) => ({ ...flag, row }))
    const free = inRows.find((inRow) => hasRoom(inRow, placed, width))
    if (!free) return undefined
    placed.push(free)
  }
  return placed
}

/** One after the other gets the widest of its choices that has room between the others. */
function widen(rows: InRow[], choices: InLines[], width: number): InRow[] {
  return rows.reduce((all, mark) => {
    const others = all.filter(({ index }) => index !== mark.index)
    const wider = choices.filter(({ index }) => index === mark.index).map((words) => beside(words, mark.left > mark.x, mark.row))
    return [...others, wider.find((words) => hasRoom(words, others, width)) ?? mark]
  }, rows)
}

function beside(words: InLines, isRight: boolean, row: number): InRow {
  const left = isRight ? words.x + fromStem : words.x - fromStem - words.wordsWidth
  return { ...words, left, right: left + words.wordsWidth, row }
}

function hasRoom(mark: InRow, others: InRow[], width: number): boolean {
  if (mark.left < 0 || mark.right > width) return false
  return others.every((other) => !doWordsMeet(mark, other) && !doesStemCross(mark, other) && !doesStemCross(other, mark))
}

function doWordsMeet(a: InRow, b: InRow): boolean {
  return a.row === b.row && a.left < b.right + space && b.left < a.right + space
}

/** A stem goes up to the top of the words beside it. */
function doesStemCross(stem: InRow, words: InRow): boolean {
  return stem.row >= words.row && stem.x > words.left - 4 && stem.x < words.right + 4
}
