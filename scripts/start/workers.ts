import cluster, { type Worker } from 'node:cluster'
import { log } from '#db/log'
import { StartRefused } from '#db/refusal'
import { Pauses } from './pauses.ts'

/** Left to itself a process keeps three times what it needs, as garbage not yet collected; this halves it for a few percent of CPU time. */
const sparing = ['--max-semi-space-size=8', '--heap-growing-percent=40']

const drainMilliseconds = 15_000
const longestPause = 5_000

/** The processes that serve, one per core: a dead one is replaced, with growing pauses if it keeps dying. */
export class Workers {
  #isStopping = false
  readonly #pauses = new Pauses(longestPause)
  #timers = new Set<NodeJS.Timeout>()
  #loaded: Promise<void> = Promise.resolve()
  #first: Promise<void> = Promise.resolve()

  constructor(exec: string) {
    cluster.setupPrimary({ exec, args: [], execArgv: [...process.execArgv, ...sparing] })
    // A request handed to a process that has just died is an error of that process, which without a listener would end this one.
    cluster.on('fork', (worker) => worker.on('error', () => undefined))
    cluster.on('listening', (worker) => serving.add(worker))
  }

  /** Starts a process. It loads all it needs, and serves when `serve` is called. */
  load(): void {
    const worker = cluster.fork()
    this.#first = listening(worker)
    this.#first.catch(() => undefined) // `serve` tells
    this.#loaded = new Promise((resolve) => worker.on('message', (message) => message === 'loaded' && resolve()))
  }

  /**
   * Tells the process that is loading how to reach the database, which the others find in their environment, and waits until it listens; those
   * up to `count` follow, so that the first page does not wait for them.
   */
  async serve(count: number): Promise<void> {
    await Promise.race([this.#loaded, this.#first]) // a message that comes before it listens would be lost
    for (const worker of this.#all()) worker.send({ CASEBOOK_DATABASE: process.env.CASEBOOK_DATABASE })
    await this.#first
    cluster.on('exit', (worker) => this.#replace(worker))
    for (let missing = count - 1; missing > 0; missing -= 1) cluster.fork()
    for (const worker of this.#all()) remember(worker)
  }

  /** Lets each finish what it is answering, then ends it; one that only loads has nothing to finish. */
  async stop(): Promise<void> {
    this.#isStopping = true
    for (const timer of this.#timers) clearTimeout(timer)
    await Promise.all(this.#all().map((worker) => drained(worker, serving.has(worker) ? drainMilliseconds : 0)))
  }

  #all(): Worker[] {
    return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  }

  #replace(worker: Worker): void {
    if (this.#isStopping) return
    const pause = this.#pauses.after(performance.now() - (begun.get(worker) ?? 0))
    const how = worker.process.signalCode ?? `exit code ${worker.process.exitCode}`
    log('process.ended', { process: worker.process.pid, how, nextInSeconds: pause / 1000 })
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      remember(cluster.fork())
    }, pause)
    this.#timers.add(timer)
  }
}

const serving = new WeakSet<Worker>()
const begun = new WeakMap<Worker, number>()
const remember = (worker: Worker) => begun.set(worker, performance.now())

function listening(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('listening', () => resolve())
    worker.once('exit', (code, signal) =>
      reject(new StartRefused(`The server did not start (${signal ?? `exit code ${code}`}); its reason stands above.`)),
    )
  })
}

function drained(worker: Worker, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => worker.process.kill('SIGKILL'), patience)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    if (worker.isConnected()) worker.send('stop')
  })
}
