import { type Cookie, linesOf } from '#auth/cookie'
import { cookieIn, sessionCookieName } from '#auth/cookie-names'
import { languageOf as preferredOf } from '#auth/preferred-language'
import { type Sender, senderOf } from '#auth/sender'
import { wordsIn } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'
import type { Actor, PersonActor } from '#domain/policy'
import type { Caller } from '#services/caller'
import { Conflict, InvalidInput } from '#services/errors'
import { reportError } from '#services/report-error'
import { refusalIn } from './refusal.ts'

/** Small writes of a page, such as a response: forms without script, and what a script sends in their place. */

/** A request, whoever took it in: Next, or the process that serves, without it. */
export interface Sent<Params> {
  params: Params
  header: (name: string) => string | null
  body: AsyncIterable<Uint8Array>
}

export interface Answer {
  status: number
  headers: Record<string, string | string[]>
  body: string | null
}

interface Posted<Params, Who extends Actor> {
  params: Params
  caller: Caller & { actor: Who }
  header: Sent<Params>['header']
  fields: [string, string][]
  /** The first value of a field; empty when it is missing. */
  field: (name: string) => string
}

/** What came of it: where a form without script goes on, and what the browser keeps; whatever else it holds is for the script alone. */
interface Outcome {
  next: string
  cookies?: Cookie[]
}

interface Definition<Params, Who extends Actor> {
  /** The page that the form stands on. */
  page: (params: Params) => string
  act: (posted: Posted<Params, Who>) => Promise<Outcome | null>
}

/** A route handler of Next, with what it does apart from Next. */
export type FormPost<Params> = ((request: Request, context: { params: Promise<Params> }) => Promise<Response>) & {
  answer: (sent: Sent<Params>) => Promise<Answer>
}

const largestBody = 64_000
const noStore = { 'cache-control': 'no-store' }
const json = { ...noStore, 'content-type': 'application/json' }

/**
 * Declares a small write. A script that accepts JSON gets the outcome or the refusal as JSON; a plain form is sent on (303) to `next`,
 * or back to `page`, which tells the reason given in its address as `refused`. `null`: done, nothing to show.
 */
export const formPost = <Params>(definition: Definition<Params, PersonActor>): FormPost<Params> =>
  handlerOf((sent) => answerTo(definition, sent, (actor) => actor.kind === 'person'))

/** The same of a form that is there for those who are not signed in. */
export const openPost = <Params>(definition: Definition<Params, Actor>): FormPost<Params> =>
  handlerOf((sent) => answerTo(definition, sent, (_): _ is Actor => true))

function handlerOf<Params>(answer: FormPost<Params>['answer']): FormPost<Params> {
  const handle = async (request: Request, { params }: { params: Promise<Params> }) => {
    const header = (name: string) => request.headers.get(name)
    const { body, status, headers } = await answer({ params: await params, header, body: request.body ?? noBody() })
    return new Response(body, {
      status,
      headers: Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
    })
  }
  return Object.assign(handle, { answer })
}

async function* noBody(): AsyncGenerator<Uint8Array> {}

async function answerTo<Params, Who extends Actor>(
  { page: pageOf, act }: Definition<Params, Who>,
  sent: Sent<Params>,
  isMeant: (actor: Actor) => actor is Who,
): Promise<Answer> {
  const { params, header } = sent
  const page = pageOf(params)
  const wantsJson = header('accept')?.includes('application/json') ?? false
  let sender: Sender | null = null
  try {
    sender = await senderOf(cookieIn(header('cookie'), sessionCookieName()), new Date())
    const { actor, ...caller } = sender.caller
    if (!isMeant(actor)) return signedOut(page, wantsJson, languageOf(sent, sender))
    const fields = await readFields(sent)
    const field = (name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
    const outcome = await act({ params, caller: { ...caller, actor }, header, fields, field })
    if (outcome === null) return { status: 204, headers: noStore, body: null }
    const { cookies = [], ...told } = outcome
    const { headers, ...rest } = wantsJson ? { status: 200, headers: json, body: JSON.stringify(told) } : sendOn(outcome.next)
    return { ...rest, headers: { ...headers, ...(cookies.length > 0 && { 'set-cookie': linesOf(cookies) }) } }
  } catch (error) {
    const { status, message, fields, retryAfter } = refusalIn(languageOf(sent, sender), error, header('x-request-number'))
    const more: Record<string, string> = retryAfter ? { 'retry-after': String(retryAfter) } : {}
    const reason = error instanceof Conflict ? error.reason : 'invalid_input'
    if (wantsJson) return { status, headers: { ...json, ...more }, body: JSON.stringify({ message, reason, fields }) }
    if (status === 409 || status === 400) return sendOn(`${page}?refused=${reason}`)
    return { status, headers: { ...noStore, ...more, 'content-type': 'text/plain; charset=utf-8' }, body: message }
  } finally {
    // Nobody waits for it, and the answer does not depend on it.
    sender?.keep().catch((error: unknown) => void reportError(error, null))
  }
}

const languageOf = ({ header }: Sent<unknown>, sender: Sender | null): Language =>
  sender?.session?.actor.language ??
  preferredOf({ cookie: header('cookie') ?? undefined, 'accept-language': header('accept-language') ?? undefined })

const sendOn = (location: string): Answer => ({ status: 303, headers: { ...noStore, location }, body: null })

function signedOut(page: string, wantsJson: boolean, language: Language): Answer {
  if (!wantsJson) return sendOn(`/sign-in?next=${encodeURIComponent(page)}`)
  const message = wordsIn(language, 'refusals')('signed_out')
  return { status: 401, headers: json, body: JSON.stringify({ message, reason: 'signed_out' }) }
}

async function readFields({ header, body }: Sent<unknown>): Promise<[string, string][]> {
  const bytes = await readBody(body)
  const type = header('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return [...new URLSearchParams(bytes.toString())]
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new InvalidInput({ form: 'invalid' })
  })
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/** Counts while it reads: not every request tells how long it is, nor the truth. */
async function readBody(body: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > largestBody) throw new InvalidInput({ form: 'too_big' })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
