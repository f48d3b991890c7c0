import { environment } from './environment.ts'
import { isFault } from './trouble.ts'

/** Everything that is worth a line while Casebook serves, and how grave it is. */
const events = {
  'server.started': 'info',
  'server.stopping': 'info',
  'server.stopped': 'info',
  'process.ended': 'error',
  'process.failed': 'error',
  'database.lost': 'error',
  'database.regained': 'info',
  'database.refused': 'warn',
  'database.not_started': 'error',
  'clock.jumped': 'warn',
  'request.failed': 'error',
  'request.slow': 'warn',
  'demo.failed': 'error',
  'demo.ended': 'error',
  'mail.sent': 'info',
  'mail.failed': 'warn',
  'queue.failed': 'warn',
  'library.said': 'warn',
} as const
export type LogEvent = keyof typeof events
export const logEvents: readonly string[] = Object.keys(events)

/** Ids, counts, codes and closed words; never a name, an address, what somebody typed, or a secret. */
export type Facts = Record<string, string | number | boolean | null | undefined>

const levels = ['debug', 'info', 'warn', 'error']

/** Writes one line of JSON: to standard error from `warn` on, as `LOG_LEVEL` wishes. */
export function log(event: LogEvent, facts: Facts = {}): void {
  const level = events[event]
  if (levels.indexOf(level) < levels.indexOf(environment().logLevel)) return
  const line = `${JSON.stringify({ time: new Date().toISOString(), level, event, pid: process.pid, ...facts })}\n`
  if (level === 'info') process.stdout.write(line)
  else process.stderr.write(line)
}

/**
 * What may be written down of an error: what kind, where, and the database's code. Never a value: a failed query's message repeats its
 * parameters, the server's own repeats the row, and others quote what they could not read.
 */
export function factsOf(error: unknown): Facts {
  if (!isFault(error)) return { error: typeof error }
  let root = error
  while (isFault(root.cause)) root = root.cause
  const { name: kind = typeof error, code, constraint, table, severity } = root as unknown as Record<string, string | undefined>
  const message = severity === undefined ? veiled(root.message) : undefined
  return { error: kind, code, constraint, table, message, at: placeOf(error) }
}

/** The first line with everything quoted, and every address, left out. */
function veiled(message: string): string | undefined {
  const [line = ''] = message.split('\n', 1)
  if (/^Failed query/.test(line)) return undefined
  return line
    .replace(/(["'`“‘「]).*["'`”’」]/g, '…')
    .replace(/\S*@\S*/g, '…')
    .slice(0, 200)
}

/** Where it was thrown: frames of our own code first. The message, which stands at the head of a stack, is cut off. */
function placeOf({ stack = '', message }: { stack?: string; message: string }): string | undefined {
  const begin = stack.indexOf(message)
  const frames = (begin < 0 ? '' : stack.slice(begin + message.length)).split('\n').filter((line) => /^\s+at /.test(line))
  const ours = frames.filter((line) => !/node_modules|node:/.test(line))
  const chosen = (ours.length > 0 ? ours : frames).slice(0, 3).map((line) => line.trim().slice(3))
  return chosen.length > 0 ? chosen.join(' < ') : undefined
}
