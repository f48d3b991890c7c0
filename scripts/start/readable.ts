import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import type { PlainStatus } from './plain-answer.ts'

/** The most that a request may bring: as much as the largest form needs. */
export const largestBody = 256 * 1024

const stateHeader = 'next-router-state-tree'
const methods = ['GET', 'HEAD', 'POST']

/** Why a request cannot be taken further, as far as its head tells; null: it can. */
export function refusedByHead({ method = '', url = '', headers }: IncomingMessage): PlainStatus | null {
  if (!methods.includes(method)) return 405
  if (headers.host === undefined || !url.startsWith('/') || !isDecodable(url)) return 400
  return Number(headers['content-length'] ?? 0) > largestBody ? 413 : null
}

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}

/**
 * Takes away what scripts of a page say of its state when it is not in its form: Next would fail on it, and without it answers as if nothing
 * had been said. What its form is, only Next's own check knows.
 */
export function dropGarbledState({ headers }: IncomingMessage): void {
  try {
    parseAndValidateFlightRouterState(headers[stateHeader])
  } catch {
    delete headers[stateHeader]
  }
}
