import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import { environment } from '#db/environment'

interface Answer {
  body: unknown
  /** name -> value of the cookies set; an empty value removes one. */
  cookies: Record<string, string>
}

/** What next-auth answers to one request. It is asked within the process: a form of ours stands before it, no address leads to it. */
async function ask(
  options: AuthOptions,
  request: { action: string[]; method: 'GET' | 'POST'; body: Record<string, string>; cookies: Record<string, string> },
): Promise<Answer> {
  // Else it would believe a request's headers about the origin.
  process.env['NEXTAUTH_URL'] = environment().publicUrl
  const { action, ...rest } = request
  const answer: Answer = { body: null, cookies: {} }
  const headers: Record<string, string | string[]> = {}
  const keep = (body?: unknown) => {
    answer.body = body
    return response
  }
  const response = {
    status: () => response,
    getHeader: (name: string) => headers[name],
    setHeader: (name: string, value: string | string[]) => {
      headers[name] = value
      return response
    },
    json: keep,
    send: keep,
    end: keep,
  }
  await NextAuth(
    { ...rest, headers: {}, query: { nextauth: action } } as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  )
  for (const line of [headers['Set-Cookie'] ?? []].flat()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    answer.cookies[name] = decodeURIComponent(value)
  }
  return answer
}

/**
 * The exchange that a browser would have with next-auth: fetch its proof against forged requests, then post with it.
 * Forged requests do not come this far: `scripts/start/guard.ts` refuses foreign origins.
 * @returns the cookies that came back
 */
export async function exchange(
  options: AuthOptions,
  action: string[],
  { body = {}, cookies = {} }: { body?: Record<string, string>; cookies?: Record<string, string> },
): Promise<Record<string, string>> {
  const proof = await ask(options, { action: ['csrf'], method: 'GET', body: {}, cookies })
  const { csrfToken } = proof.body as { csrfToken: string }
  const answer = await ask(options, { action, method: 'POST', body: { ...body, csrfToken }, cookies: { ...cookies, ...proof.cookies } })
  return answer.cookies
}

/** Keeps what a verb throws: next-auth would make an address of it, or a line of log; the form wants the refusal itself. */
export function keepingErrors() {
  const thrown: unknown[] = []
  const keep = async <T>(act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act()
    } catch (error) {
      thrown.push(error)
      return null
    }
  }
  const rethrow = () => {
    if (thrown.length > 0) throw thrown[0]
  }
  return { keep, rethrow }
}
