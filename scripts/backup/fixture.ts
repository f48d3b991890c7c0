// npm run db:fixture: keeps a small backup of made-up data in the schema of this code, for testing later migrations on data of today.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appConnection } from '#db/app-role'
import { writeBackup } from '#db/backup/write-backup'
import { openDatabase } from '#db/client'
import { startBundled, stopBundled } from '#db/embedded'
import { knownMigrations, migrateDatabase } from '#db/migrate'
import { loadDemo } from '#services/demo/load-demo'
import { root } from '../bootstrap/node.mjs'
import { step } from '../bootstrap/steps.mjs'
import { runToEnd } from './run-to-end.ts'

const secret = 'the secret of fixtures, which protects nothing'
process.env['CASEBOOK_SECRET'] = secret
const people = 30

await runToEnd(async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-fixture-'))
  try {
    const owner = await startBundled(folder, { durable: false })
    await migrateDatabase(owner, secret)
    const db = openDatabase((await appConnection(owner, secret)).connection)
    await step('demo', () => loadDemo(db, { now: new Date(), seed: 1, people, passwordHash: 'nobody signs in with this' }))
    await db.$client.end()
    const file = join(root, 'db', 'fixtures', `${knownMigrations().at(-1)?.name}.tar.zst`)
    await step('backup', () => writeBackup(owner, file, { secret, now: new Date(), signal }))
    console.log(`\n${file}`)
  } finally {
    await stopBundled(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})
