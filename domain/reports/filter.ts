/** What a report shows, as its address says it. Every view is a link. */

import { z } from 'zod'
import { statuses } from '../enrolments/status.ts'

/** How many weeks back the trend looks. */
export const periods = [12, 26, 52] as const

export const fieldSchemas = {
  /** Course id; null: the course assigned last. */
  course: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** A group, with all beneath it; null: everybody within reach. */
  group: z.uuid(),
  status: z.enum(statuses),
  /** Part of a name, an e-mail address or an employee number. */
  search: z.string().trim().max(100),
  weeks: z.coerce.number().pipe(z.literal(periods)),
  page: z.coerce.number().int().min(1).max(100_000),
}

export const ReportFilter = z.object({
  course: fieldSchemas.course.nullable().default(null),
  group: fieldSchemas.group.nullable().default(null),
  status: fieldSchemas.status.nullable().default(null),
  search: fieldSchemas.search.default(''),
  weeks: fieldSchemas.weeks.default(12),
  page: fieldSchemas.page.default(1),
})
export type ReportFilter = z.output<typeof ReportFilter>
type Field = keyof ReportFilter

export const everything: ReportFilter = ReportFilter.parse({})

/** The query string as the framework gives it. */
export type Address = Record<string, string | string[] | undefined>

/**
 * Reads a filter from an address. What cannot be read is left out and named in `ignored`, so that the page can say so; names the filter
 * does not know are passed over in silence.
 */
export function parseFilter(address: Address): { filter: ReportFilter; ignored: Field[] } {
  const filter: Record<string, unknown> = {}
  const ignored: Field[] = []
  for (const field of Object.keys(fieldSchemas) as Field[]) {
    const given = address[field]
    if (given === undefined || given === '') continue
    const parsed = fieldSchemas[field].safeParse(given)
    if (parsed.success) filter[field] = parsed.data
    else ignored.push(field)
  }
  return { filter: ReportFilter.parse(filter), ignored }
}

/** The query string that shows this filter, with `?` where there is one; what is as everywhere is left out. */
export function addressOf(filter: ReportFilter, change: Partial<ReportFilter> = {}): string {
  const wanted: ReportFilter = { ...filter, ...change }
  const query = new URLSearchParams()
  for (const field of Object.keys(fieldSchemas) as Field[]) {
    const value = wanted[field]
    if (value !== null && value !== everything[field]) query.set(field, String(value))
  }
  return query.size > 0 ? `?${query}` : ''
}
