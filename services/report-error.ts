import { randomInt } from 'node:crypto'
import { factsOf, log } from '#db/log'
import { outageIn } from './errors.ts'

type Outage = NonNullable<ReturnType<typeof outageIn>>

interface Shared {
  /** What each request that is being answered met, by its number. */
  outages: Map<string, Outage>
  /** Errors that stand in the log already. */
  reported: WeakSet<Error>
  /** When each outage was last met, and last written down, on the clock that only goes forward. */
  lastAt: Map<Outage, number>
  lastTold: Map<Outage, number>
}

/** The bundle and the server around it load this file once each, and share what they know here. */
const holder = globalThis as { casebookErrors?: Shared }

export function reportedErrors(): Shared {
  holder.casebookErrors ??= { outages: new Map(), reported: new WeakSet(), lastAt: new Map(), lastTold: new Map() }
  return holder.casebookErrors
}

/**
 * Writes down what was thrown while a request was answered: an outage of the database, or an error nobody foresaw.
 * @param number of the request, by which the log is searched; one is made where there is none
 * @param route the pattern of the address
 * @returns the number, for a person to report, and the outage
 */
export function reportError(error: unknown, given: string | null, route?: string): { number: string; outage: Outage | null } {
  const number = given || String(randomInt(100_000, 1_000_000))
  if (error instanceof Error) reportedErrors().reported.add(error)
  const outage = outageIn(error)
  if (outage && given) reportedErrors().outages.set(given, outage)
  if (outage) reportOutage(outage)
  else {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
    log('request.failed', { number, digest, route, ...factsOf(error) })
  }
  return { number, outage }
}

const quiet = 60_000

/** One line a minute for each reason, however many people are turned away. */
function reportOutage(reason: Outage): void {
  const { lastAt, lastTold } = reportedErrors()
  const now = performance.now()
  lastAt.set(reason, now)
  if (now - (lastTold.get(reason) ?? Number.NEGATIVE_INFINITY) < quiet) return
  lastTold.set(reason, now)
  log('database.refused', { reason })
}

/** Why the database of this process refused to save within the last seconds; null when it did not. */
export function recentRefusal(within = 15_000): 'full' | 'read_only' | null {
  const since = performance.now() - within
  const isRecent = (reason: Outage) => (reportedErrors().lastAt.get(reason) ?? Number.NEGATIVE_INFINITY) > since
  return isRecent('database_full') ? 'full' : isRecent('database_read_only') ? 'read_only' : null
}
