// Brings the database to this code: schema, content, and a way in while nobody has set it up. Runs in a process of its own.
import { Client, type ClientConfig } from 'pg'
import { appConnection } from '#db/app-role'
import { connectionFromEnvironment, openDatabase } from '#db/client'
import { secretOf } from '#db/environment'
import { migrateDatabase } from '#db/migrate'
import { StartRefused } from '#db/refusal'
import { loadContent } from '#services/catalogue/load-content'
import { openSetup } from '#services/setup/open-setup'
import { endWith, step } from '../bootstrap/steps.mjs'
import type { Prepared } from './child.ts'

async function prepare(): Promise<void> {
  const owner = connectionFromEnvironment()
  await refuseUnreachable(owner)
  await step('migrate', () => migrateDatabase(owner, secretOf()))
  const { connection, warning } = await appConnection(owner, secretOf())
  if (warning) console.warn(`  Warning: ${warning}`)
  const database = openDatabase(connection)
  await step(
    'content',
    () => loadContent(database, new Date()),
    (courses) => (courses.length > 0 ? `${courses.join(', ')} loaded` : 'nothing new'),
  )
  process.send?.({ connection, setupToken: await openSetup(database, new Date()) } satisfies Prepared)
}

/** @throws StartRefused saying why no connection can be made. */
async function refuseUnreachable(connection: ClientConfig): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw explained(error as Error & { code?: string }, `${client.host} port ${client.port}`, client.database)
  }
  await client.end()
}

function explained(error: Error & { code?: string }, where: string, database?: string): StartRefused {
  const { code = '', message } = error
  if (code === '3D000')
    return new StartRefused(`The PostgreSQL at ${where} has no database "${database}": make it with createdb, or correct DATABASE_URL.`)
  if (code.startsWith('28')) return new StartRefused(`The PostgreSQL at ${where} refuses the user or password in DATABASE_URL.`)
  if (code.startsWith('57P')) return new StartRefused(`The PostgreSQL at ${where} is starting or stopping: try again in a moment.`)
  return new StartRefused(`No PostgreSQL answers at ${where} (${code || message}): check that it runs and that DATABASE_URL is right.`)
}

await prepare().catch(endWith)
process.disconnect?.()
process.exit()
