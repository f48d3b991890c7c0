/** The things of a sort or spot as the page shows them. Ids are given in mixed order, so that neither ids nor order tell where a thing belongs. */

/** The values in an order that depends on `seed` and their number alone: the same in both languages and at every build. */
export function mixed<T>(seed: string, values: readonly T[]): { id: string; value: T }[] {
  return values
    .map((value, index) => ({ value, rank: scatter(`${seed} ${index}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }, index) => ({ id: `t${index + 1}`, value }))
}

/** Rows of a record by their first cell, numbers within it by their value. */
export function inOrderOfDisplay<T extends { cells: string[] }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.cells[0] ?? '').localeCompare(b.cells[0] ?? '', 'en', { numeric: true }))
}

/** FNV-1a, 32 bits, with a last stirring: neighbours differ in one digit only. */
function scatter(text: string): number {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return (hash ^ (hash >>> 13)) >>> 0
}
