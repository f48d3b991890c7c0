/** What a report shows, as its address says it. Every view is a link. */

import { z } from 'zod'
import { type Address, readAddress, writeAddress } from '../address.ts'
import { statuses } from '../enrolments/status.ts'
import { words } from '../text.ts'

/** How many weeks back the trend looks. */
export const periods = [12, 26, 52] as const

export const fieldSchemas = {
  /** Course id; null: the course assigned last. */
  course: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** A group, with all beneath it; null: everybody within reach. */
  group: z.uuid(),
  status: z.enum(statuses),
  /** Part of a name, an e-mail address or an employee number. */
  search: words(100),
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

/** Reads a filter from an address; `ignored` names the fields that could not be read. */
export function parseFilter(address: Address): { filter: ReportFilter; ignored: Field[] } {
  const { given, ignored } = readAddress(fieldSchemas, address)
  return { filter: ReportFilter.parse(given), ignored }
}

/** The query string that shows this filter; what is as everywhere is left out. */
export function addressOf(filter: ReportFilter, change: Partial<ReportFilter> = {}): string {
  const wanted: ReportFilter = { ...filter, ...change }
  const told = (Object.keys(fieldSchemas) as Field[]).filter((field) => wanted[field] !== everything[field])
  return writeAddress(Object.fromEntries(told.map((field) => [field, wanted[field]])))
}
