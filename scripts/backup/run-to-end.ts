import { codeOf, StartRefused } from '#db/refusal'
import { endWith } from '../bootstrap/steps.mjs'

/** Runs a command of an administrator, which a signal ends in good order, and then this process. */
export async function runToEnd(work: (signal: AbortSignal) => Promise<void>): Promise<never> {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort())
  process.on('disconnect', () => stop.abort()) // the script that started us was killed
  await work(stop.signal).catch((error: unknown) => endWith(stop.signal.aborted ? stopped : explained(error)))
  process.exit()
}

const stopped = new StartRefused('Stopped before it was done; nothing was changed.')

/** The sentences for what may befall a server while it works. */
function explained(error: unknown): unknown {
  const code = String(codeOf(error))
  if (code.startsWith('53')) return new StartRefused(`The database server is out of space or memory (${code}): make room and try again.`)
  if (/^(57P|08|ECONN|EPIPE)/.test(code) || (error instanceof Error && error.message === 'Connection terminated unexpectedly'))
    return new StartRefused('The database went away before it was done: see that it runs, and try again.')
  if (code === '42501')
    return new StartRefused(
      'This database user has not the rights it needs: it must own the tables, as the user that started Casebook does.',
    )
  return error
}
