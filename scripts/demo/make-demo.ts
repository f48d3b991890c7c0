import { createHmac } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { appConnection } from '#db/app-role'
import { openDatabase } from '#db/client'
import { completeDemo, createDemo } from '#db/demo'
import { migrateDatabase } from '#db/migrate'
import { loadDemo, playedPeople } from '#services/demo/load-demo'

export interface DemoOptions {
  people: number
  seed: number
}
export const usualDemo: DemoOptions = { people: playedPeople, seed: 1 }

/** The demonstration's own secret, so that nothing signed there counts in the installation. */
export const demoSecret = (secret: string): string => createHmac('sha256', secret).update('demonstration').digest('base64url')

/** Makes the database of the demonstration and fills it. @param owner how the owner of the installation's database connects. */
export async function makeDemo(owner: ClientConfig, secret: string, passwordHash: string, options = usualDemo): Promise<void> {
  process.env['CASEBOOK_SECRET'] = demoSecret(secret) // where the verbs that play its past look for it
  const connection = await createDemo(owner)
  process.env['CASEBOOK_SECRET'] = demoSecret(secret) // what the verbs sign while its past is played
  await migrateDatabase(connection, demoSecret(secret))
  const { connection: own } = await appConnection(connection, demoSecret(secret))
  const db = openDatabase(own)
  try {
    await loadDemo(db, { ...options, now: new Date(), passwordHash })
  } finally {
    await db.$client.end()
  }
  await completeDemo(owner)
}
