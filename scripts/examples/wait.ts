import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/** Asks again until the address answers with that status. @throws Error when the process ends before, or after two minutes. */
export async function answersWith(url: string, status: number, child: ChildProcess): Promise<void> {
  let last = 'nothing'
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(250)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended with ${child.exitCode ?? child.signalCode}.`)
    try {
      const response = await fetch(url, { redirect: 'manual' })
      if (response.status === status) return
      last = String(response.status)
    } catch (error) {
      last = (error as Error).message
    }
  }
  throw new Error(`${url} does not answer with ${status}, but with ${last}.`)
}
