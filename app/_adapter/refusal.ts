import { headers } from 'next/headers'
import { getTranslations } from '#components/ui/words'
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

/** The one mapping from service errors to sentences and statuses. */
export async function describeRefusal(error: unknown): Promise<RefusalView> {
  const say = (await getTranslations('refusals')) as unknown as Sentence
  if (error instanceof InvalidInput) return { status: 400, message: say('invalid_input'), fields: await describeFields(error.fields) }
  if (error instanceof NotFound) return { status: 404, message: say('not_found'), fields: {} }
  if (error instanceof Forbidden) return { status: 403, message: say('not_permitted'), fields: {} }
  if (error instanceof Braked) return { status: 429, retryAfter: error.waitSeconds, message: say(error.reason, error.values), fields: {} }
  if (error instanceof Conflict && say.has(error.reason)) return { status: 409, message: say(error.reason, error.values), fields: {} }
  const { number, outage } = reportError(error, (await headers()).get('x-request-number'))
  if (outage) return { status: 503, retryAfter: 10, message: say(outage), fields: {} }
  return { status: 500, message: say('unexpected', { number }), fields: {} }
}

async function describeFields(fields: Record<string, string>): Promise<Record<string, string>> {
  const say = (await getTranslations('invalid')) as unknown as Sentence
  return Object.fromEntries(Object.entries(fields).map(([field, reason]) => [field, say(say.has(reason) ? reason : 'invalid')]))
}
