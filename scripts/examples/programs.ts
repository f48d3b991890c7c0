import { existsSync } from 'node:fs'
import { canInstall, inPath, installDebian } from '../test/debian.ts'

/** The programs that read the examples, and Debian's packages of them. */
const packages = { caddy: 'caddy', nginx: 'nginx', openssl: 'openssl', 'systemd-analyze': 'systemd' } as const

export type Program = keyof typeof packages
export type Programs = Record<Program, string | null>

const names = Object.keys(packages) as Program[]

/** Not every user's path names the folders of servers. */
const find = (name: Program) => [...inPath(name), `/usr/sbin/${name}`].find((path) => existsSync(path)) ?? null

/**
 * Where each program lies, installed where we may; null where there is none.
 * @throws Error where it could be installed and was not, so that no automatic run passes over it in silence.
 */
export async function findPrograms(): Promise<Programs> {
  const missing = names.filter((name) => find(name) === null)
  if (missing.length > 0 && canInstall()) {
    const { output } = await installDebian(...missing.map((name) => packages[name]))
    const still = missing.filter((name) => find(name) === null)
    if (still.length > 0) throw new Error(`${still.join(', ')} could not be installed, so the examples were not checked:\n${output}`)
  }
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Programs
}
