import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client'
import type { Database } from '#db/client'
import { countThings } from '#services/readiness/count-things'
import { root } from '../bootstrap/node.mjs'
import type { Figures } from './metrics.ts'

/** Answers the processes that serve when a monitor asks one of them: the sum of what all have counted, and what only the database knows. */
export function giveFigures(db: Database): void {
  const serving = new AggregatorRegistry()
  const own = ownFigures(db)
  const collect = async () => (await Promise.all([serving.clusterMetrics(), own()])).join('')
  cluster.on('message', (worker, message: Figures) => {
    if (message?.type !== 'casebook:figures') return
    const answer = (status: number, text: string) => worker.isConnected() && worker.send({ ...message, status, text } satisfies Figures)
    collect().then(
      (text) => answer(200, text),
      () => answer(503, 'A process did not answer in time.\n'),
    )
  })
}

/** Gives this process's figures. Those of the database are counted first, together: a registry asks all of its gauges at once. */
function ownFigures(db: Database): () => Promise<string> {
  const registry = new Registry()
  const registers = [registry]
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  new Gauge({ name: 'casebook_build_info', help: 'The version, as a label', labelNames: ['version'], registers }).set({ version }, 1)
  const ended = new Counter({ name: 'casebook_processes_ended_total', help: 'Serving processes that ended by themselves', registers })
  cluster.on('exit', (worker) => worker.exitedAfterDisconnect || ended.inc())
  const jobs = new Gauge({ name: 'casebook_jobs', help: 'Jobs by queue and state', labelNames: ['queue', 'state'], registers })
  const people = new Gauge({ name: 'casebook_people', help: 'People who are active', registers })
  const sessions = new Gauge({ name: 'casebook_sessions', help: 'Devices that are signed in', registers })
  const up = new Gauge({ name: 'casebook_database_up', help: 'Whether the database answers: 1 or 0', registers })
  return async () => {
    const counted = await countThings(db, new Date()).catch(() => null)
    up.set(counted ? 1 : 0)
    jobs.reset()
    for (const gauge of [people, sessions]) gauge.remove()
    for (const { queue, state, count } of counted?.jobs ?? []) jobs.set({ queue, state }, count)
    if (counted) people.set(counted.people)
    if (counted) sessions.set(counted.sessions)
    return registry.metrics()
  }
}
