import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { database } from '#db/client'
import { demoOf, demoState } from '#db/demo'
import { makeDataDir } from '#db/embedded/data-dir'
import type { Environment } from '#db/environment'
import { startDemoWorker } from '#services/demo/worker'
import { demoSecret } from '../demo/demo-secret.ts'
import { runChild } from './child.ts'

/** Serves the demonstration beside the installation: another Casebook with a database, data folder, secret and port of its own. */
export class DemoServer {
  readonly #settings: Environment
  readonly #owner: ClientConfig
  readonly #secret: string
  #child: ChildProcess | null = null

  constructor(settings: Environment, owner: ClientConfig, secret: string) {
    this.#settings = settings
    this.#owner = owner
    this.#secret = secret
  }

  /** Serves it if it is made. Returns where, or null. */
  async serveIfMade(): Promise<string | null> {
    if ((await demoState(this.#owner)) !== 'complete') return null
    await this.#serve()
    return this.#settings.demoUrl
  }

  /** Makes it when somebody asks for it on the set-up page, and serves it. */
  async awaitOrder(signal: AbortSignal): Promise<{ stop: () => Promise<void> }> {
    return startDemoWorker(database(), async (passwordHash) => {
      const env = { CASEBOOK_DATABASE: JSON.stringify(this.#owner), CASEBOOK_DEMO_PASSWORD_HASH: passwordHash }
      await runChild(join(import.meta.dirname, '..', 'demo', 'order.ts'), signal, [], env)
      await this.#serve()
    })
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  #serve(): Promise<void> {
    const { demoDir, demoUrl } = this.#settings
    makeDataDir(demoDir)
    const child = fork(join(import.meta.dirname, 'main.ts'), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        CASEBOOK_DEMO: '1',
        CASEBOOK_DATABASE: '',
        DATABASE_URL: urlOf(demoOf(this.#owner)),
        CASEBOOK_SECRET: demoSecret(this.#secret),
        CASEBOOK_DATA: demoDir,
        CASEBOOK_PROCESSES: '1',
        PORT: new URL(demoUrl).port,
        HOST: '',
        PUBLIC_URL: '',
        SMTP_URL: '',
        MAIL_FROM: '',
        METRICS_TOKEN: '',
      },
    })
    this.#child = child
    return new Promise((resolve, reject) => {
      child.on('message', (message) => message === 'serving' && resolve())
      child.once('exit', (code) => reject(new Error(`The demonstration is not served: it ended with ${code}.`)))
    })
  }
}

/** The address that stands for a connection, as `DATABASE_URL` has it. */
export function urlOf(connection: ClientConfig): string {
  const { host, port, user, password, database: name } = new Client(connection)
  const url = new URL(`postgres:///${encodeURIComponent(name ?? '')}`)
  url.search = new URLSearchParams({ host, port: String(port), user: user ?? '', password: String(password ?? '') }).toString()
  return url.href
}
