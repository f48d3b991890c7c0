import type { Client, Pool } from 'pg'
import { type ConstructorOptions, type Db, PgBoss } from 'pg-boss'

/** The schema in which pg-boss keeps its queues. */
export const jobSchema = 'pgboss'

/**
 * Every queue: mail is tried again for about nine hours, each time waiting longer, and forgotten after a week; the demonstration is
 * ordered once.
 */
const queues = {
  mail: { retryLimit: 15, retryDelay: 15, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 120, deleteAfterSeconds: 7 * 86_400 },
  demo: { retryLimit: 0, expireInSeconds: 1800, deleteAfterSeconds: 86_400 },
} as const
export type Queue = keyof typeof queues

/** A pg-boss that speaks through a connection of ours and starts nothing by itself. */
export function bossOn(connection: Db, options: ConstructorOptions = {}): PgBoss {
  return new PgBoss({
    db: connection,
    schema: jobSchema,
    schedule: false,
    supervise: false,
    migrate: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    ...options,
  })
}

export const asBossConnection = (connection: Client | Pool): Db => ({
  executeSql: (text, values) => connection.query(text, values),
})

/** Installs or upgrades the queues' own schema. Run by the migrator, under its lock. */
export async function installQueues(client: Client): Promise<void> {
  const boss = bossOn(asBossConnection(client), { migrate: true })
  const problems: Error[] = []
  boss.on('error', (error) => problems.push(error))
  await boss.start()
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
  await boss.stop({ graceful: false, close: false })
  if (problems[0]) throw problems[0]
}
