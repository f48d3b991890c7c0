import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { database } from '#db/client'
import { demoOf, demoState } from '#db/demo'
import { makeDataDir } from '#db/embedded/data-dir'
import type { Environment } from '#db/environment'
import { log } from '#db/log'
import { startDemoWorker } from '#services/demo/worker'
import { demoSecret } from '../demo/demo-secret.ts'
import { runChild } from './child.ts'
import { Pauses } from './pauses.ts'

/** A start takes seconds of a processor: what cannot be served is tried once a minute. */
const longestPause = 60_000

/**
 * Serves the demonstration beside the installation: another Casebook with a database, data folder, secret and port of its own. It is started
 * again when it ends, as long as the database is there.
 */
export class DemoServer {
  readonly #settings: Environment
  readonly #owner: ClientConfig
  readonly #secret: string
  readonly #script: string
  readonly #pauses = new Pauses(longestPause)
  #isStopping = false
  #child: ChildProcess | null = null
  #ended: Promise<unknown> = Promise.resolve()
  #next: NodeJS.Timeout | undefined
  #worker: { stop: () => Promise<void> } | null = null

  constructor(settings: Environment, owner: ClientConfig, secret: string, script = join(import.meta.dirname, 'main.ts')) {
    this.#settings = settings
    this.#owner = owner
    this.#secret = secret
    this.#script = script
  }

  /** Serves it if it is made. Returns where, or null. */
  async serveIfMade(): Promise<string | null> {
    if ((await demoState(this.#owner)) !== 'complete') return null
    return (await this.#serve()) ? this.#settings.demoUrl : null
  }

  /** Makes it when somebody asks for it on the set-up page, and serves it. */
  async awaitOrder(signal: AbortSignal): Promise<void> {
    this.#worker = await startDemoWorker(database(), async (passwordHash) => {
      const env = { CASEBOOK_DATABASE: JSON.stringify(this.#owner), CASEBOOK_DEMO_PASSWORD_HASH: passwordHash }
      await runChild(join(import.meta.dirname, '..', 'demo', 'order.ts'), signal, [], env)
      signal.throwIfAborted()
      await this.#serve()
    })
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#next)
    this.#child?.kill('SIGTERM')
    await Promise.all([this.#ended, this.#worker?.stop()])
  }

  /** Returns whether it serves; if not, it is tried again. */
  async #serve(): Promise<boolean> {
    if (this.#isStopping) return false
    const begun = performance.now()
    const child = this.#start()
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      child.once('error', () => resolve('not started'))
    })
    this.#child = child
    this.#ended = ended.then((how) => this.#again(how, performance.now() - begun))
    const serving = new Promise<boolean>((resolve) => child.on('message', (message) => message === 'serving' && resolve(true)))
    return Promise.race([serving, ended.then(() => false)])
  }

  #again(how: string, lived: number): void {
    if (this.#isStopping) return
    const pause = this.#pauses.after(lived)
    log('demo.ended', { how, nextInSeconds: pause / 1000 })
    this.#next = setTimeout(() => {
      this.#serveIfNotRemoved().catch(() => this.#again('not started', 0))
    }, pause)
  }

  /** While the database does not answer it is tried all the same. */
  async #serveIfNotRemoved(): Promise<void> {
    const state = await demoState(this.#owner).catch(() => 'complete')
    if (state === 'complete') await this.#serve()
  }

  #start(): ChildProcess {
    makeDataDir(this.#settings.demoDir)
    const env = { ...process.env, ...demoEnvironment(this.#settings, this.#owner, this.#secret) }
    return fork(this.#script, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env })
  }
}

/** What makes a Casebook serve the demonstration; nothing of it is the installation's own but the server and its user. */
export function demoEnvironment({ demoDir, demoUrl }: Environment, owner: ClientConfig, secret: string): Record<string, string> {
  const connection = demoOf(owner)
  return {
    CASEBOOK_DEMO: '1',
    CASEBOOK_DATABASE: JSON.stringify(connection),
    DATABASE_URL: `postgres:///${encodeURIComponent(connection.database ?? '')}`, // says only that there is a server: an address has not all of a connection
    CASEBOOK_SECRET: demoSecret(secret),
    CASEBOOK_DATA: demoDir,
    CASEBOOK_PROCESSES: '1',
    PORT: new URL(demoUrl).port,
    HOST: '',
    PUBLIC_URL: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    METRICS_TOKEN: '',
  }
}
