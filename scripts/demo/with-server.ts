import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { findBundled, startBundled, stopBundled } from '#db/embedded'
import type { Environment } from '#db/environment'
import { keepSecret } from '../start/secret.ts'

/** Runs `work` with the installation's database server: the one that runs, else the bundled one, started for as long as it takes. */
export async function withServer<T>(settings: Environment, work: (owner: ClientConfig, secret: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl) return work(parseIntoClientConfig(databaseUrl), settings.secret ?? '')
  const running = await findBundled(dataDir)
  const owner = running ?? (await startBundled(dataDir))
  try {
    return await work(owner, settings.secret ?? keepSecret(dataDir))
  } finally {
    if (!running) await stopBundled(dataDir)
  }
}
