import { unstable_rethrow } from 'next/navigation'
import { currentCaller } from '#auth/actor'
import { getTranslations } from '#components/ui/words'
import type { PersonActor } from '#domain/policy'
import type { Caller } from '#services/caller'
import { Conflict, InvalidInput } from '#services/errors'
import { describeRefusal } from './refusal.ts'

interface Posted {
  caller: Caller & { actor: PersonActor }
  fields: [string, string][]
  /** The first value of a field; empty when it is missing. */
  field: (name: string) => string
}

/** What came of it: where a form without script goes on; whatever else it holds is for the script alone. */
interface Outcome {
  next: string
}

const largestBody = 64_000
const noStore = { 'cache-control': 'no-store' }

/**
 * Runs a small write for a page. A script that accepts JSON gets the outcome or the refusal as JSON; a plain form is sent on (303) to `next`,
 * or back to `page`, which tells the reason given in its address as `refused`. `null`: done, nothing to show.
 */
export async function asFormPost(request: Request, page: string, act: (posted: Posted) => Promise<Outcome | null>): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false
  try {
    const { actor, ...caller } = await currentCaller()
    if (actor.kind !== 'person') return signedOut(page, wantsJson)
    const fields = await readFields(request)
    const outcome = await act({ caller: { ...caller, actor }, fields, field: (name) => fields.find(([key]) => key === name)?.[1] ?? '' })
    if (outcome === null) return new Response(null, { status: 204, headers: noStore })
    return wantsJson ? Response.json(outcome, { headers: noStore }) : sendOn(outcome.next)
  } catch (error) {
    unstable_rethrow(error)
    const { status, message, retryAfter } = await describeRefusal(error)
    const headers = { ...noStore, ...(retryAfter && { 'retry-after': String(retryAfter) }) }
    const reason = error instanceof Conflict ? error.reason : 'invalid_input'
    if (wantsJson) return Response.json({ message, reason }, { status, headers })
    if (status === 409 || status === 400) return sendOn(`${page}?refused=${reason}`)
    return new Response(message, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
  }
}

const sendOn = (location: string) => new Response(null, { status: 303, headers: { ...noStore, location } })

async function signedOut(page: string, wantsJson: boolean): Promise<Response> {
  if (!wantsJson) return sendOn(`/sign-in?next=${encodeURIComponent(page)}`)
  const say = await getTranslations('refusals')
  return Response.json({ message: say('signed_out'), reason: 'signed_out' }, { status: 401, headers: noStore })
}

async function readFields(request: Request): Promise<[string, string][]> {
  const body = await readBody(request)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => {
    throw new InvalidInput({ form: 'invalid' })
  })
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/** Counts while it reads: not every request tells how long it is, nor the truth. */
async function readBody(request: Request): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > largestBody) throw new InvalidInput({ form: 'too_big' })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
