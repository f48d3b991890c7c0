import { fork } from 'node:child_process'
import type { ClientConfig } from 'pg'

/** What the preparing child reports. */
export interface Prepared {
  /** How the application connects; not set by a child that prepares nothing. */
  connection?: ClientConfig
  /** Null once an owner exists. */
  setupToken: string | null
}

/** Runs a script in a process of its own, so that what it loads is freed when it ends; it has said why if it fails. */
export function runChild(script: string, signal: AbortSignal, args: string[] = [], env = {}): Promise<Prepared> {
  const child = fork(script, args, { env: { ...process.env, ...env } })
  let prepared: Prepared = { setupToken: null }
  child.on('message', (message) => {
    if (typeof message === 'object' && 'setupToken' in message) prepared = message as Prepared
  })
  const forward = () => child.kill('SIGTERM')
  signal.addEventListener('abort', forward)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', forward)
      if (code === 0 || signal.aborted) resolve(prepared)
      else reject(new ChildFailed())
    })
  })
}

/** The child has already said what is the matter. */
export class ChildFailed extends Error {
  override name = 'ChildFailed'
}
