/** The indexes at which a value stands that stood before. */
export function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
}

/** What stands in one list and not in the other. */
export function missing(from: Iterable<string>, among: Iterable<string>): string[] {
  const present = new Set(among)
  return [...new Set(from)].filter((value) => !present.has(value))
}
