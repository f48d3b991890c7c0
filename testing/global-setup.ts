import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { appConnection } from '#db/app-role'
import { startBundled, stopBundled } from '#db/embedded'
import { migrateDatabase } from '#db/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** How the owner of the tables connects, as JSON. */
    server: string
    /** How the application's role of the template connects, as JSON; a clone of the template lets it in too. */
    application: string
  }
}

/** One throw-away server for the whole run, with one migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-test-'))
  const server = await startBundled(folder, { durable: false })
  const client = new Client(server)
  await client.connect()
  await client.query('create database template_casebook')
  await client.end()
  const template = { ...server, database: 'template_casebook' }
  const secret = randomBytes(32).toString('base64url')
  await migrateDatabase(template, secret)
  project.provide('server', JSON.stringify(server))
  project.provide('application', JSON.stringify((await appConnection(template, secret)).connection))
  return async () => {
    await stopBundled(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
