import { spawnSync } from 'node:child_process'
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { findBundled } from '#db/embedded'
import { clusterOf } from '#db/embedded/cluster'
import problem from '#messages/problem' with { type: 'json' }
import { step } from '../bootstrap/steps.mjs'
import { type Casebook, until } from './casebook.ts'

interface Misfortune {
  name: string
  /** How long it lasts, while people go on trying. */
  seconds: number
  begin: (casebook: Casebook) => Promise<unknown>
  /** What `/api/ready` has to say. */
  isTold: (checks: Record<string, string>) => boolean
  /** What a page has to say to somebody who only looks; null: pages can be read. */
  words: string | null
  end: (casebook: Casebook) => Promise<unknown>
}

const away = ({ dataDir }: Casebook) => `${clusterOf(dataDir)}.away`
const ballast = ({ dataDir }: Casebook) => join(dataDir, 'ballast')

const gone: Misfortune = {
  name: 'gone',
  seconds: 60,
  begin: async (casebook) => {
    const { postmaster } = casebook
    renameSync(clusterOf(casebook.dataDir), away(casebook))
    process.kill(postmaster, 'SIGKILL')
  },
  isTold: ({ database }) => database === 'unreachable',
  words: problem.en.database_unreachable,
  end: async (casebook) => renameSync(away(casebook), clusterOf(casebook.dataDir)),
}

const hung: Misfortune = {
  name: 'hung',
  seconds: 20,
  begin: (casebook) => signalServer(casebook, 'STOP'),
  isTold: ({ database }) => database === 'unreachable',
  words: problem.en.database_unreachable,
  end: (casebook) => signalServer(casebook, 'CONT'),
}

const readOnly: Misfortune = {
  name: 'read only',
  seconds: 20,
  begin: (casebook) => asOwner(casebook, 'alter system set default_transaction_read_only = on'),
  isTold: ({ writing }) => writing === 'read_only',
  words: null,
  end: (casebook) => asOwner(casebook, 'alter system reset default_transaction_read_only'),
}

const full: Misfortune = {
  name: 'full',
  seconds: 30,
  begin: async (casebook) => fill(ballast(casebook)),
  isTold: ({ room }) => room === 'full',
  words: null,
  end: async (casebook) => rmSync(ballast(casebook)),
}

/** What can happen to the database but dying, each while people work. The disk is filled only where it is one of our own making. */
export async function outages(casebook: Casebook, hasOwnDisk: boolean): Promise<string[]> {
  const findings: string[] = []
  for (const misfortune of [gone, hung, readOnly, ...(hasOwnDisk ? [full] : [])]) {
    const { name } = misfortune
    findings.push(
      ...(
        await step(
          name,
          () => suffer(casebook, misfortune),
          ({ note }) => note,
        )
      ).findings,
    )
  }
  if (!hasOwnDisk) console.log('  full: left out, because a disk for it could not be made (that needs root on Linux)')
  return findings
}

async function suffer(
  casebook: Casebook,
  { seconds, begin, isTold, words, end }: Misfortune,
): Promise<{ note: string; findings: string[] }> {
  const findings: string[] = []
  const begun = performance.now()
  await begin(casebook)
  let slowest = 0
  await until(async () => {
    const ready = await casebook.readiness()
    slowest = Math.max(slowest, ready.seconds)
    return ready.status === 503 && isTold(ready.checks)
  }, '/api/ready to tell of it')
  const told = (performance.now() - begun) / 1000
  if (words !== null) findings.push(...(await pageProblems(casebook, words)))
  const health = await fetch(`${casebook.origin}/api/health`)
  if (health.status !== 200) findings.push(`/api/health answered ${health.status}`)
  await pause(Math.max(0, seconds * 1000 - (performance.now() - begun)))
  if ((await casebook.readiness()).status === 200) findings.push('/api/ready called it ready in the middle of it')
  await end(casebook)
  const ended = performance.now()
  await until(() => casebook.isReady(), 'recovery')
  const recovered = (performance.now() - ended) / 1000
  const note = `told after ${told.toFixed(1)} s, slowest answer ${slowest.toFixed(1)} s, recovered after ${recovered.toFixed(1)} s`
  return { note, findings: findings.map((text) => `${note}: ${text}`) }
}

async function pageProblems({ origin }: Casebook, words: string): Promise<string[]> {
  const headers = { accept: 'text/html', 'accept-language': 'en', cookie: 'casebook.session=somebody' }
  const response = await fetch(`${origin}/training`, { headers, redirect: 'manual' })
  const text = await response.text()
  return [
    ...(response.status === 503 ? [] : [`a page answered ${response.status}`]),
    ...(response.headers.has('retry-after') ? [] : ['a page does not say when to come back']),
    ...(text.includes(words) ? [] : ['a page does not say what is the matter']),
  ]
}

/** Stops all processes of the database where they stand, or lets them go on. */
async function signalServer({ postmaster }: Casebook, signal: 'STOP' | 'CONT'): Promise<void> {
  spawnSync('pkill', [`-${signal}`, '-P', String(postmaster)])
  process.kill(postmaster, `SIG${signal}`)
}

async function asOwner({ dataDir }: Casebook, statement: string): Promise<void> {
  const client = new Client((await findBundled(dataDir)) ?? {})
  await client.connect()
  await client.query(statement)
  await client.query('select pg_reload_conf()')
  await client.end()
}

/** Writes a file until there is no room for another byte. */
function fill(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (let size = 4_000_000; size >= 1; ) {
      try {
        writeSync(handle, Buffer.alloc(size))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        size = Math.floor(size / 4)
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** A small disk at a folder, where that is possible. Returns whether it was. */
export function makeDisk(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=755', 'tmpfs', folder]).status === 0
}
export const takeDiskAway = (folder: string): boolean => spawnSync('umount', ['-l', folder]).status === 0
