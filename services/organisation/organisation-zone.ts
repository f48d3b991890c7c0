import type { Reader } from '#db/client'
import { organisation } from '#db/schema/index'

/** The time zone in which due days begin and end. */
export async function organisationZone(db: Reader): Promise<string> {
  const [row] = await db.select({ timeZone: organisation.timeZone }).from(organisation)
  if (!row) throw new Error('there is no organisation yet')
  return row.timeZone
}
