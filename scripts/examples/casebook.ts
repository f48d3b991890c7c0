import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../bootstrap/node.mjs'
import { tail } from '../bootstrap/run.mjs'
import { answersWith } from './wait.ts'

/** A Casebook of this project, started as the examples start it. */
export interface Instance {
  /** The link that sets it up, while nobody has. */
  setUpPath: string | null
  stop: () => Promise<void>
}

/** @param settings nothing else of the settings around it counts. */
export async function startCasebook(settings: Record<string, string> & { PORT: string }): Promise<Instance> {
  const { PATH, HOME, LANG } = process.env
  const env = { PATH, HOME, LANG, CASEBOOK_PROCESSES: '1', ...settings } as unknown as NodeJS.ProcessEnv
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  try {
    await answersWith(`http://127.0.0.1:${settings.PORT}/sign-in`, 200, child)
    return { setUpPath: /\/setup\?token=\S+/.exec(said)?.[0] ?? null, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw new Error(`Casebook did not start: ${(error as Error).message}\n${tail(said, 20)}`)
  }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
