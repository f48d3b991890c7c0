import type { z } from 'zod'

/** The query string as the framework gives it. */
export type Address = Record<string, string | string[] | undefined>

/**
 * Reads the named fields of an address. What cannot be read is left out and named in `ignored`, so that the page can say so; an empty field
 * counts as not given, and names that are not asked for are passed over in silence.
 */
export function readAddress<F extends string>(
  fields: Record<F, z.ZodType>,
  address: Address,
): { given: Partial<Record<F, unknown>>; ignored: F[] } {
  const given: Partial<Record<F, unknown>> = {}
  const ignored: F[] = []
  for (const field of Object.keys(fields) as F[]) {
    const text = address[field]
    if (text === undefined || text === '') continue
    const parsed = fields[field].safeParse(text)
    if (parsed.success) given[field] = parsed.data
    else ignored.push(field)
  }
  return { given, ignored }
}

/** A query string with `?`, of the values that are given; empty when none is. */
export function writeAddress(values: Record<string, string | number | null>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== '') query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}
