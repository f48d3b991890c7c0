import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { appConnection } from '#db/app-role'
import { type Database, openDatabase } from '#db/client'
import { demoOf } from '#db/demo'
import { startBundled, stopBundled } from '#db/embedded'
import { addressOfBundled } from '#db/embedded/address'
import { clusterOf } from '#db/embedded/cluster'
import { findPostmaster } from '#db/embedded/postmaster'
import { hashPassword } from '#services/account/password-hash'
import { root } from '../scripts/bootstrap/node.mjs'
import { demoSecret } from '../scripts/demo/demo-secret.ts'
import { makeDemo } from '../scripts/demo/make-demo.ts'

/** An installation as it is measured: the made-up organisation on the bundled database, served by the production build. */
export interface Installation {
  origin: string
  /** As the application's role connects. */
  db: Database
  /** The secret that signs what this installation hands out. */
  secret: string
  /** The processes that everything else was started by: the application's and the database's. */
  roots: number[]
  password: string
  stop: () => Promise<void>
}

const secret = 'a secret of the benchmark alone, in a folder that is thrown away'
export const processes = 2

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts Casebook and waits until it answers a page. Returns the process, its address and the seconds that took. */
export async function serve(env: Record<string, string>): Promise<{ child: ChildProcess; origin: string; seconds: number }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const begun = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, HOST: '', PUBLIC_URL: '', SMTP_URL: '', MAIL_FROM: '', PORT: String(port), ...env },
  })
  while (!(await answers(`${origin}/sign-in`))) {
    if (child.exitCode !== null) throw new Error(`Casebook ended with ${child.exitCode} before it served`)
    await pause(10)
  }
  return { child, origin, seconds: (performance.now() - begun) / 1000 }
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(address, { redirect: 'manual' }).catch(() => null)
  await answer?.arrayBuffer()
  return answer !== null && answer.status < 500
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** A folder that PostgreSQL's own user may enter too. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'))
  chmodSync(folder, 0o755)
  return folder
}

export async function startInstallation(people: number): Promise<Installation> {
  const folder = newFolder()
  const data = join(folder, 'data')
  const password = 'a password of the benchmark alone'
  const owner = await startBundled(data)
  const atEnd: (() => Promise<unknown>)[] = [() => stopBundled(data)]
  process.env.CASEBOOK_SECRET = demoSecret(secret)
  const stop = async () => {
    for (const undo of atEnd.reverse()) await undo()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeDemo(owner, secret, await hashPassword(password), { people, seed: 1 })
    const { connection } = await appConnection(demoOf(owner), demoSecret(secret))
    const db = openDatabase({ ...connection, max: 2 })
    atEnd.push(() => db.$client.end())
    const { child, origin } = await serve({
      CASEBOOK_DEMO: '1',
      DATABASE_URL: addressOfBundled(demoOf(owner)),
      CASEBOOK_SECRET: demoSecret(secret),
      CASEBOOK_DATA: join(folder, 'app'),
      CASEBOOK_PROCESSES: String(processes),
    })
    atEnd.push(() => end(child))
    const postmaster = await findPostmaster(clusterOf(data))
    return { origin, db, secret: demoSecret(secret), roots: [child.pid ?? 0, postmaster?.pid ?? 0], password, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
