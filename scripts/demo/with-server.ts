import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { findBundled, startBundled, stopBundled } from '#db/embedded'
import { makeDataDir } from '#db/embedded/data-dir'
import type { Environment } from '#db/environment'
import { refuseUnreachable } from '#db/reachable'
import { claimInstance, isHeld, isHeldByAnother } from '../start/instance.ts'
import { keepSecret } from '../start/secret.ts'

/** Runs `work` with the installation's database server: the one that runs, else the bundled one, started for as long as it takes. */
export async function withServer<T>(settings: Environment, work: (owner: ClientConfig, secret: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir, processes } = settings
  if (databaseUrl) {
    const named = parseIntoClientConfig(databaseUrl)
    await refuseUnreachable(named)
    return work(named, settings.secret ?? '')
  }
  const running = await findBundled(dataDir)
  if (running) return work(running, settings.secret ?? keepSecret(dataDir))
  // Casebook must not begin to use a server that is about to end: as long as it is ours, a start waits for its turn.
  makeDataDir(dataDir)
  const release = isHeld(dataDir) ? () => undefined : claimInstance(dataDir, settings.port)
  try {
    return await work(await startBundled(dataDir, { processes }), settings.secret ?? keepSecret(dataDir))
  } finally {
    if (!isHeldByAnother(dataDir)) await stopBundled(dataDir)
    release()
  }
}
