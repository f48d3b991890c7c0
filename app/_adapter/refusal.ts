import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { wordsIn } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'
import { Braked, Conflict, Forbidden, InvalidInput, NotFound } from '#services/errors'
import { reportError } from '#services/report-error'

/** A refusal as a person reads it: a sentence, and one for each field that needs a second look. */
export interface RefusalView {
  status: 400 | 403 | 404 | 409 | 429 | 500 | 503
  /** For the answer's header, where time resolves it. */
  retryAfter?: number
  message: string
  fields: Record<string, string>
}

type Sentence = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean }

/** A refusal in the language of the request that Next answers. */
export async function describeRefusal(error: unknown): Promise<RefusalView> {
  return refusalIn(await getLocale(), error, (await headers()).get('x-request-number'))
}

/** The one mapping from service errors to sentences and statuses. @param number of the request, by which the log is searched */
export function refusalIn(language: Language, error: unknown, number: string | null): RefusalView {
  const say = wordsIn(language, 'refusals') as unknown as Sentence
  if (error instanceof InvalidInput) return { status: 400, message: say('invalid_input'), fields: describeFields(language, error.fields) }
  if (error instanceof NotFound) return { status: 404, message: say('not_found'), fields: {} }
  if (error instanceof Forbidden) return { status: 403, message: say('not_permitted'), fields: {} }
  if (error instanceof Braked) return { status: 429, retryAfter: error.waitSeconds, message: say(error.reason, error.values), fields: {} }
  if (error instanceof Conflict && say.has(error.reason)) return { status: 409, message: say(error.reason, error.values), fields: {} }
  const { number: told, outage } = reportError(error, number)
  if (outage) return { status: 503, retryAfter: 10, message: say(outage), fields: {} }
  return { status: 500, message: say('unexpected', { number: told }), fields: {} }
}

function describeFields(language: Language, fields: Record<string, string>): Record<string, string> {
  const say = wordsIn(language, 'invalid') as unknown as Sentence
  return Object.fromEntries(Object.entries(fields).map(([field, reason]) => [field, say(say.has(reason) ? reason : 'invalid')]))
}
