import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { findBundled, startBundled, stopBundled } from '#db/embedded'
import { clusterOf } from '#db/embedded/cluster'
import { isPresent } from '#db/embedded/postmaster'
import type { Environment } from '#db/environment'

/** The database while the app runs: how its owner connects, and how to let go of it. */
export interface RunningDatabase {
  connection: ClientConfig
  note: string
  stop: () => Promise<void>
}

/** Uses the server that `DATABASE_URL` names, or starts the bundled one and starts it again should it die. */
export async function openDatabaseServer({ databaseUrl, dataDir }: Environment): Promise<RunningDatabase> {
  if (databaseUrl) return { connection: parseIntoClientConfig(databaseUrl), note: 'from DATABASE_URL', stop: async () => undefined }
  const found = await findBundled(dataDir)
  const connection = found ?? (await startBundled(dataDir))
  const watch = keepRunning(dataDir)
  return {
    connection,
    note: `${found ? 'found' : 'started'} in ${dataDir}`,
    stop: async () => {
      await watch.stop()
      await stopBundled(dataDir)
    },
  }
}

/** Looks every second whether the bundled server lives; its socket and password stay the same when it starts again. */
function keepRunning(dataDir: string) {
  let restart: Promise<unknown> | null = null
  const timer = setInterval(() => {
    if (restart || isPresent(clusterOf(dataDir))) return
    console.error('The database ended; it is being started again.')
    restart = startBundled(dataDir)
      .catch((error: Error) => console.error(error.message))
      .finally(() => {
        restart = null
      })
  }, 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await restart
    },
  }
}
