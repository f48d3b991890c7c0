import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { connected, connectionFromEnvironment } from '#db/client'
import { connectionsFor } from '#db/connections'
import { findBundled, startBundled, stopBundled } from '#db/embedded'
import { clusterOf, hasCluster } from '#db/embedded/cluster'
import { isPresent } from '#db/embedded/postmaster'
import type { Environment } from '#db/environment'
import { log } from '#db/log'
import { StartRefused } from '#db/refusal'

/** The database while the app runs: how its owner connects, and how to let go of it. */
export interface RunningDatabase {
  connection: ClientConfig
  note: string
  stop: () => Promise<void>
}

/** Uses the server that `DATABASE_URL` names, or starts the bundled one and starts it again should it die. */
export async function openDatabaseServer({ databaseUrl, dataDir, processes, isDemo }: Environment): Promise<RunningDatabase> {
  if (databaseUrl) {
    const connection = isDemo ? connectionFromEnvironment() : parseIntoClientConfig(databaseUrl)
    return { connection, note: 'from DATABASE_URL', stop: async () => undefined }
  }
  const found = await findBundled(dataDir)
  if (found) await warnOfFew(found, processes)
  const connection = found ?? (await startBundled(dataDir, { processes, warn }))
  const watch = keepRunning(dataDir, processes)
  return {
    connection,
    note: `${found ? 'found' : 'started'} in ${dataDir}`,
    stop: async () => {
      await watch.stop()
      await stopBundled(dataDir)
    },
  }
}

const warn = (sentence: string) => console.warn(`  Warning: ${sentence}`)

/** A server that outlived the Casebook it was started for keeps its settings. */
async function warnOfFew(connection: ClientConfig, processes: number): Promise<void> {
  const needed = connectionsFor(processes)
  const { rows } = await connected(connection, (client) => client.query<{ max_connections: string }>('show max_connections'))
  const taken = Number(rows[0]?.max_connections)
  if (taken >= needed) return
  const state = `The database still runs from an earlier start and takes ${taken} connections; ${processes} processes may need ${needed}.`
  warn(`${state} Stop Casebook and start it again.`)
}

/** @throws StartRefused when the folder is not there, as when a disk came loose: a new and empty database would be the last thing wanted. */
async function startAgain(dataDir: string, processes: number): Promise<void> {
  if (!hasCluster(dataDir)) throw new StartRefused(`The database folder ${clusterOf(dataDir)} is gone: bring the disk back.`)
  await startBundled(dataDir, { processes, warn: () => undefined }) // told at the first start
}

const shortestPause = 250
const longestPause = 5_000

/**
 * Looks several times a second whether the bundled server lives; its socket and password stay the same when it starts again. While it
 * cannot be started, as on a full disk, it is tried with growing pauses, and the reason is told when it is another than before.
 */
function keepRunning(dataDir: string, processes: number) {
  let restart: Promise<unknown> | null = null
  let pause = shortestPause
  let notBefore = 0
  let told = ''
  const fail = (error: Error) => {
    pause = Math.min(longestPause, pause * 2)
    notBefore = performance.now() + pause
    if (error.message !== told) log('database.not_started', { reason: error.message })
    told = error.message
  }
  const timer = setInterval(() => {
    if (restart || performance.now() < notBefore || isPresent(clusterOf(dataDir))) return
    restart = startAgain(dataDir, processes)
      .then(() => {
        pause = shortestPause
        told = ''
      }, fail)
      .finally(() => {
        restart = null
      })
  }, shortestPause)
  return {
    stop: async () => {
      clearInterval(timer)
      await restart
    },
  }
}
