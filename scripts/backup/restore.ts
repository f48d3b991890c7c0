// npm run restore FILE: the whole file is checked before anything is touched.
import type { ClientConfig } from 'pg'
import { appConnection } from '#db/app-role'
import { isMadeWith, type Manifest } from '#db/backup/manifest'
import { verifyBackup } from '#db/backup/read-backup'
import { refuseUnknownSchema, restoreBackup } from '#db/backup/restore-backup'
import { openDatabase } from '#db/client'
import { makeDataDir } from '#db/embedded/data-dir'
import { readEnvironment } from '#db/environment'
import { asSystem } from '#services/caller'
import { recordRestore } from '#services/organisation/record-restore'
import { step } from '../bootstrap/steps.mjs'
import { withServer } from '../demo/with-server.ts'
import { claimInstance, refuseSecondInstance } from '../start/instance.ts'
import { fileArgument } from './file.ts'
import { runToEnd } from './run-to-end.ts'

const otherSecret =
  'Warning: the secret here is not the one the backup was made with. Records, passwords and sessions do not depend on it; but browsers that people have signed in with are taken for unknown ones until they sign in again, the brakes on guessing begin anew, and forms that are open must be opened again. To avoid that, put the old secret in place before `npm start`.'

await runToEnd(async (signal) => {
  const file = fileArgument('restore')
  const settings = readEnvironment()
  if (!settings.databaseUrl) refuseSecondInstance(settings.dataDir)
  const backup = await step(
    'check',
    () => verifyBackup(file),
    ({ manifest }) => `${manifest.tables.length} tables of ${manifest.madeAt}`,
  )
  refuseUnknownSchema(backup.manifest)
  const release = settings.databaseUrl ? () => undefined : claim(settings.dataDir, settings.port)
  try {
    await withServer(settings, async (owner, secret) => {
      await step('restore', () => restoreBackup(owner, file, backup, { secret, signal }))
      await leaveEvent(owner, secret, backup.manifest)
      console.log(`\n${told(backup.manifest, isMadeWith(secret, backup.manifest.secret))}`)
    })
  } finally {
    release()
  }
})

/** Nothing may start on the data folder meanwhile. */
function claim(dataDir: string, port: number): () => void {
  makeDataDir(dataDir)
  return claimInstance(dataDir, port)
}

async function leaveEvent(owner: ClientConfig, secret: string, { madeAt, casebook }: Manifest): Promise<void> {
  const db = openDatabase((await appConnection(owner, secret)).connection)
  await recordRestore(asSystem(db), { madeAt, casebook }).finally(() => db.$client.end())
}

function told({ madeAt, tables }: Manifest, isSameSecret: boolean): string {
  const people = tables.find(({ name }) => name === 'people')?.rows ?? 0
  return [
    `Casebook is as it was at ${madeAt} (people: ${people}); \`npm start\` serves it.`,
    'So are passwords, sessions and links: what was changed, ended or used up since counts again. Mail that waited then will be sent.',
    ...(isSameSecret ? [] : [otherSecret]),
  ].join('\n')
}
