import type { ClientConfig } from 'pg'
import { appConnection } from '#db/app-role'
import { connected, openDatabase } from '#db/client'
import { completeDemo, createDemo, type DemoSize } from '#db/demo'
import { migrateDatabase } from '#db/migrate'
import { loadDemo, playedPeople } from '#services/demo/load-demo'
import { demoSecret } from './demo-secret.ts'

export const usualDemo: DemoSize = { people: playedPeople, seed: 1 }

/** Makes the database of the demonstration and fills it. @param owner how the owner of the installation's database connects. */
export async function makeDemo(owner: ClientConfig, secret: string, passwordHash: string, options = usualDemo): Promise<void> {
  process.env['CASEBOOK_SECRET'] = demoSecret(secret) // where the verbs that play its past look for it
  const connection = await createDemo(owner)
  await migrateDatabase(connection, demoSecret(secret))
  const { connection: own } = await appConnection(connection, demoSecret(secret))
  // One that was broken off is made anew, so no deed waits for the disk; the mark of completeness is written through, and all before it.
  const db = openDatabase({ ...own, options: `${own.options ?? ''} -c synchronous_commit=off` })
  try {
    await loadDemo(db, { ...options, now: new Date(), passwordHash })
    // Until the server counts by itself, a minute later, it would look for everything as in empty tables.
    await connected(connection, (client) => client.query('analyze'))
  } finally {
    await db.$client.end()
  }
  await completeDemo(owner, options)
}
