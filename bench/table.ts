/** Figures as a table for reading and for `docs/performance.md`. */

export interface Row {
  what: string
  value: string
  /** What to reach, and whether it is; empty where nothing is asked. */
  reach: string
  isReached: boolean | null
}

const pad = (text: string, width: number) => text.padEnd(width)

export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['what', 'measured', 'to reach', ''],
    ...rows.map(({ what, value, reach, isReached }) => [what, value, reach, wordOf(isReached)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' | ')} |`)
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return lines.join('\n')
}

const wordOf = (isReached: boolean | null) => (isReached === null ? '' : isReached ? 'reached' : 'missed')

/** A figure that must not exceed a limit. */
export function atMost(what: string, value: number, limit: number, unit: string, digits = 1, more = ''): Row {
  return { what, value: `${value.toFixed(digits)} ${unit}${more}`, reach: `${limit} ${unit}`, isReached: value <= limit }
}
export const told = (what: string, value: string): Row => ({ what, value, reach: '', isReached: null })
