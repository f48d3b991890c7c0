// npm run backup FILE: while Casebook runs, or while it is stopped; then the bundled server is started for as long as it takes.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { writeBackup } from '#db/backup/write-backup'
import { hasCluster } from '#db/embedded/cluster'
import { type Environment, readEnvironment } from '#db/environment'
import { StartRefused } from '#db/refusal'
import { step } from '../bootstrap/steps.mjs'
import { withServer } from '../demo/with-server.ts'
import { fileArgument, megabytes } from './file.ts'
import { runToEnd } from './run-to-end.ts'

await runToEnd(async (signal) => {
  const file = fileArgument('backup')
  const settings = readEnvironment()
  if (!settings.databaseUrl && !hasCluster(settings.dataDir))
    throw new StartRefused(`There is nothing to back up: ${settings.dataDir} holds no database. CASEBOOK_DATA says where it is.`)
  const { tables } = await step(
    'backup',
    () => withServer(settings, (owner, secret) => writeBackup(owner, file, { secret, now: new Date(), signal })),
    (manifest) => `${manifest.tables.length} tables, ${megabytes(statSync(file).size)}`,
  )
  const people = tables.find(({ name }) => name === 'people')?.rows ?? 0
  console.log(`\nThe backup is written: ${file} (people: ${people}). It holds all there is to read in Casebook: keep it private.`)
  console.log(notInIt(settings))
})

/** What an administrator has to keep elsewhere, because it is not in the file. */
function notInIt({ databaseUrl, secret, dataDir, mailDir }: Environment): string {
  const ownSecret = secret ? 'CASEBOOK_SECRET' : `the secret in ${join(dataDir, 'secret')}`
  const password = databaseUrl ? 'the password in DATABASE_URL' : 'the password of the database'
  return `Not in it: ${ownSecret}, ${password} and the keys of TLS: keep a copy of them apart from it. Nor mail in ${mailDir}, nor the demonstration.`
}
