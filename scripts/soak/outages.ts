import { spawnSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { findBundled } from '#db/embedded'
import { clusterOf } from '#db/embedded/cluster'
import problem from '#messages/problem' with { type: 'json' }
import { step } from '../bootstrap/steps.mjs'
import { type Casebook, until } from './casebook.ts'
import type { Disk } from './disk.ts'

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
  name: 'refuses writes',
  seconds: 20,
  begin: (casebook) => asOwner(casebook, 'alter system set default_transaction_read_only = on'),
  isTold: ({ writing }) => writing === 'read_only',
  words: null,
  end: (casebook) => asOwner(casebook, 'alter system reset default_transaction_read_only'),
}

const full = (disk: Disk): Misfortune => ({
  name: 'full',
  seconds: 30,
  begin: async () => disk.fill(),
  isTold: ({ room }) => room === 'full',
  words: null,
  end: async () => disk.makeRoom(),
})

/** The disk becomes read-only at once, under the writing database: it dies, and cannot start until the disk is mended. */
const failing = (disk: Disk): Misfortune => ({
  name: 'disk fails',
  seconds: 30,
  begin: async () => disk.fail(),
  isTold: ({ database }) => database === 'unreachable',
  words: problem.en.database_unreachable,
  end: () => disk.mend(),
})

/** What can happen to the database but dying, each while people work. The disk is filled, or fails, only where it is one of our own making. */
export async function outages(casebook: Casebook, disk: Disk): Promise<string[]> {
  const findings: string[] = []
  const ofDisk = [...(disk.canFill ? [full(disk)] : []), ...(disk.canFail ? [failing(disk)] : [])]
  for (const misfortune of [gone, hung, readOnly, ...ofDisk]) {
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
  let last: Record<string, string> = {}
  const isReady = async () => {
    const { status, checks } = await casebook.readiness()
    last = checks
    return status === 200
  }
  await until(isReady, () => `recovery, and /api/ready said ${JSON.stringify(last)}`)
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
