import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageOf } from '#auth/preferred-language'
import type { Environment } from '#db/environment'
import { log } from '#db/log'
import { reportError, reportedErrors } from '#services/report-error'
import type { Measuring } from './metrics.ts'
import { problemPage } from './problem-page.ts'
import { standIn } from './stand-in.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Surroundings {
  settings: Pick<Environment, 'isHttps' | 'isDemo'>
  measuring: Measuring
  routeOf: (url?: string) => string
}

const slowSeconds = 3

/** Wraps Next's handler: each request gets a number, is measured, and ends in a page a person can read even when Next has none. */
export function handleWith(next: Handle, { settings, measuring, routeOf }: Surroundings) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url === '/api/metrics' && measuring.answer(request, response)) return
    const begun = performance.now()
    const route = routeOf(request.url)
    const number = String(randomInt(100_000, 1_000_000))
    request.headers['x-request-number'] = number
    standIn(request, response, () => pageFor(request, number, settings))
    response.once('close', () => {
      reportedErrors().outages.delete(number)
      const seconds = (performance.now() - begun) / 1000
      measuring.observe(request, route, response.statusCode, seconds)
      if (seconds > slowSeconds) log('request.slow', { number, route, status: response.statusCode, seconds: Math.round(seconds) })
    })
    next(request, response).catch((error: unknown) => {
      reportError(error, number, route)
      response.statusCode = 500
      response.end()
    })
  }
}

function pageFor(request: IncomingMessage, number: string, { isHttps, isDemo }: Surroundings['settings']) {
  const reason = reportedErrors().outages.get(number) ?? null
  return problemPage(languageOf(request.headers), number, { reason, isHttps, isDemo, isRead: request.method === 'GET' })
}
