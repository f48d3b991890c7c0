/** Whether two values of plain data are the same, in whatever order their fields come: the database keeps none. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [one, two] = [Object.entries(a).filter(isThere), Object.entries(b).filter(isThere)]
  const others = new Map(two)
  return one.length === two.length && one.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
}

const isThere = ([, value]: [string, unknown]) => value !== undefined
