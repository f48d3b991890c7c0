import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { connected } from '#db/client'
import { findBundled } from '#db/embedded'
import type { LabSnapshot } from '#domain/attempts/types'
import type { LabWords } from '#domain/catalogue/types'
import { type LabWorld, labWorldOf } from './lab-world.ts'

/**
 * What somebody's open attempt at a lab makes of its seed. The product tells the seed to nobody; it is read where it lies, in the database of
 * the running installation.
 */
export async function openAttempt(dataDir: string, email: string, unitId: string): Promise<LabWorld> {
  const server = await findBundled(dataDir)
  if (!server) throw new Error(`no database runs in ${dataDir}`)
  const snapshot = await connected(server, async (client) => {
    const { rows } = await client.query<{ snapshot: LabSnapshot }>(
      `select attempts.snapshot from attempts join enrolments on enrolments.id = attempts.enrolment_id
       join people on people.id = enrolments.person_id
       where people.email = $1 and attempts.unit_id = $2 and attempts.status = 'in_progress'`,
      [email, unitId],
    )
    return rows[0]?.snapshot
  })
  if (!snapshot) throw new Error(`${email} has no open attempt at ${unitId}`)
  return labWorldOf(snapshot, wordsOf(unitId))
}

/** Only what is asked and shown is read of them: the rest is written otherwise in the files. */
const wordsOf = (unitId: string): LabWords =>
  parse(readFileSync(new URL(`../../content/units/${unitId}/lab.en.yaml`, import.meta.url), 'utf8')) as LabWords
