import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '#db/client'

/** What a serving process counts, and how it answers a monitor: for all processes together, through the one that started them. */
export interface Measuring {
  observe: (request: IncomingMessage, route: string, status: number, seconds: number) => void
  /** True when the request was a monitor's, and is answered. To everybody else the address does not exist. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
}

const nobody: Measuring = { observe: () => undefined, answer: () => false }
const methods = ['GET', 'POST', 'HEAD']
const hashed = (text: string) => createHash('sha256').update(text).digest()

/** @param token what a monitor has to show; null: nothing is counted */
export async function measuring(token: string | null): Promise<Measuring> {
  if (token === null) return nobody
  const { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram } = await import('prom-client')
  new AggregatorRegistry() // answers the primary's question for this process's figures
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 100 })
  const requests = new Histogram({
    name: 'casebook_request_seconds',
    help: 'Time to answer a request, by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })
  new Gauge({
    name: 'casebook_pool_connections',
    help: 'Connections to the database, by state; waiting: requests that wait for one',
    labelNames: ['state'],
    collect() {
      // The pool is opened within the bundle.
      const pool = (globalThis as { casebookDatabase?: Database }).casebookDatabase?.$client
      this.set({ state: 'idle' }, pool?.idleCount ?? 0)
      this.set({ state: 'taken' }, pool ? pool.totalCount - pool.idleCount : 0)
      this.set({ state: 'waiting' }, pool?.waitingCount ?? 0)
    },
  })
  const expected = hashed(`Bearer ${token}`)
  return {
    observe: ({ method = '' }, route, status, seconds) =>
      requests.observe({ route, method: methods.includes(method) ? method : 'other', status }, seconds),
    answer: (request, response) => {
      if (request.method !== 'GET' || !timingSafeEqual(hashed(request.headers.authorization ?? ''), expected)) return false
      void askPrimary().then(({ status, text }) => {
        response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' })
        response.end(text)
      })
      return true
    },
  }
}

export interface Figures {
  type: 'casebook:figures'
  id: number
  status: number
  text: string
}
const isFigures = (message: unknown): message is Figures => (message as Figures | null)?.type === 'casebook:figures'

let questions = 0

function askPrimary(): Promise<Figures> {
  questions += 1
  const id = questions
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      if (!isFigures(message) || message.id !== id) return
      process.off('message', hear)
      resolve(message)
    }
    process.on('message', hear)
    process.send?.({ type: 'casebook:figures', id })
  })
}
