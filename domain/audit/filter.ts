/** Which audit events are shown, as the address says it. */

import { z } from 'zod'
import { type Address, readAddress, writeAddress } from '../address.ts'
import { isDay } from '../calendar.ts'
import { words } from '../text.ts'

const day = z.string().max(10).refine(isDay, 'day')
const named = words(100)

export const auditFields = {
  /** The name of an event, such as `person.create`. */
  verb: z.string().regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/),
  /** Part of the name of the person who acted, or their id. */
  actor: named,
  /** Part of the name of what it happened to, or its id. */
  subject: named,
  /** First and last day, in the reader's zone. */
  from: day,
  to: day,
  /** Only events older than this one: the id of the last event of the page before. */
  before: z.uuid(),
}

export const AuditFilter = z.object({
  verb: auditFields.verb.nullable().default(null),
  actor: named.default(''),
  subject: named.default(''),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  before: auditFields.before.nullable().default(null),
})
export type AuditFilter = z.output<typeof AuditFilter>

export function parseAuditFilter(address: Address): { filter: AuditFilter; ignored: (keyof AuditFilter)[] } {
  const { given, ignored } = readAddress(auditFields, address)
  return { filter: AuditFilter.parse(given), ignored }
}

/** The query string that shows this filter. */
export const auditAddressOf = (filter: AuditFilter, change: Partial<AuditFilter> = {}): string => writeAddress({ ...filter, ...change })
