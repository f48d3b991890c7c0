/** What a spreadsheet takes for a formula, or may once it has dropped what stands before. */
const formula = /^[=+\-@\t\r＝＋－＠]/
const special = /[",\r\n]/

/** A line as RFC 4180 says, ended by CRLF. No text begins a formula: an apostrophe stands before what would. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(written).join(',')}\r\n`

function written(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = formula.test(cell) ? `'${cell}` : cell
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
