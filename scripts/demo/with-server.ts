import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { findBundled, startBundled, stopBundled } from '#db/embedded'
import type { Environment } from '#db/environment'
import { refuseUnreachable } from '#db/reachable'
import { isHeldByAnother } from '../start/instance.ts'
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
  const owner = running ?? (await startBundled(dataDir, { processes })) // a start meanwhile will use it
  try {
    return await work(owner, settings.secret ?? keepSecret(dataDir))
  } finally {
    if (!running && !isHeldByAnother(dataDir)) await stopBundled(dataDir) // Casebook may have been started meanwhile, and use it
  }
}
