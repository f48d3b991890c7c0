import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Whom PostgreSQL runs as: empty means ourselves. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>

const name = 'casebook'
const nobody = { uid: 65_534, gid: 65_534 }
const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` }

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of its cluster, else as a user of its own, made if need be.
 * A throw-away server changes nothing on the machine and takes the unprivileged uid at once.
 */
export function serverUser(cluster: string, isThrowAway: boolean, warn: (sentence: string) => void): ServerUser {
  if (process.getuid?.() !== 0) return {}
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  if (isThrowAway) return nobody
  const own = findUser() ?? makeUser()
  if (own) return own
  warn(`The user ${name} could not be made, so PostgreSQL runs as uid ${nobody.uid}, which other programs may share.`)
  return nobody
}

function findUser(): { uid: number; gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name], { env, encoding: 'utf8' }).stdout ?? '', 10))
  return uid && gid ? { uid, gid } : null
}

function makeUser(): { uid: number; gid: number } | null {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  if (spawnSync('useradd', [...options, name], { env }).status === 0) return findUser()
  const busybox = ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin']
  return spawnSync('adduser', [...busybox, name], { env }).status === 0 ? findUser() : null
}

/** Whether that user can enter a folder, all of its parents included. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
