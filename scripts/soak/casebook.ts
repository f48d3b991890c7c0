import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../bootstrap/node.mjs'

export type Victim = 'worker' | 'primary' | 'database'

const longestRecovery = 120_000

/** Casebook as `npm start` runs it, in a data folder of its own, with ways to do it harm. */
export class Casebook {
  readonly dataDir: string
  readonly port: number
  readonly #processes: number
  #child: ChildProcess | null = null

  constructor(dataDir: string, port: number, processes = 2) {
    this.dataDir = dataDir
    this.port = port
    this.#processes = processes
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  /** Starts it and waits until it serves. Returns what it said. @param settings where it is no installation of its own */
  async start(settings: Record<string, string> = {}): Promise<string> {
    const env = { ...process.env, CASEBOOK_DATA: this.dataDir, PORT: String(this.port), CASEBOOK_PROCESSES: String(this.#processes) }
    const none = { DATABASE_URL: '', HOST: '', PUBLIC_URL: '', SMTP_URL: '', CASEBOOK_SECRET: '' }
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
      env: { ...env, ...none, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    let said = ''
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => {
          appendFileSync(`${this.dataDir}.log`, part)
          said += part
          if (/Casebook is ready: .*\n/.test(said)) resolve(said)
        })
      child.once('exit', (code) => reject(new Error(`Casebook ended with ${code} before it served:\n${said}`)))
    })
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  /** Everything it ever said. */
  get said(): string {
    const file = `${this.dataDir}.log`
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  get primary(): number {
    return (JSON.parse(readFileSync(join(this.dataDir, 'instance.json'), 'utf8')) as { pid: number }).pid
  }

  get postmaster(): number {
    const note = join(this.dataDir, 'postgres', 'postmaster.pid')
    return existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : 0
  }

  get workers(): number[] {
    return childrenOf(this.primary).filter((pid) => commandOf(pid).includes('worker.ts'))
  }

  /** Kills one of them without warning. Returns the seconds until everything is as it was. */
  async kill(victim: Victim, choice: number): Promise<number> {
    const { primary, postmaster, workers } = this
    const pids = { worker: workers.slice(choice % workers.length).slice(0, 1), primary: [primary], database: [postmaster] }[victim]
    const begun = performance.now()
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    if (victim === 'primary') {
      await until(() => workers.every((pid) => !isRunning(pid)), 'the workers of a killed primary to end')
      await this.start()
    }
    const isWhole = () =>
      this.workers.length === this.#processes &&
      this.workers.every((pid) => !pids.includes(pid)) &&
      this.postmaster !== 0 &&
      !pids.includes(this.postmaster)
    await until(async () => isWhole() && (await this.isReady()), `recovery from the death of a ${victim}`)
    return (performance.now() - begun) / 1000
  }

  async isReady(): Promise<boolean> {
    return (await this.readiness()).status === 200
  }

  async readiness(): Promise<{ status: number; checks: Record<string, string>; seconds: number }> {
    const begun = performance.now()
    try {
      const response = await fetch(`${this.origin}/api/ready`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(10_000) })
      const { checks } = (await response.json()) as { checks: Record<string, string> }
      return { status: response.status, checks, seconds: (performance.now() - begun) / 1000 }
    } catch {
      return { status: 0, checks: {}, seconds: (performance.now() - begun) / 1000 }
    }
  }
}

/** @throws when it does not come about in time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string | (() => string),
  longest = longestRecovery,
): Promise<void> {
  const end = performance.now() + longest
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited ${longest / 1000} s for ${typeof what === 'string' ? what : what()}.`)
    await pause(20)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
