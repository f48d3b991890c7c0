import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startBundled, stopBundled } from '#db/embedded'
import { migrateDatabase } from '#db/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
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
  await migrateDatabase({ ...server, database: 'template_casebook' })
  project.provide('server', JSON.stringify(server))
  return async () => {
    await stopBundled(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
