import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { sessionCookieName } from '#auth/cookie-names'
import { languageOf } from '#auth/preferred-language'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Kept {
  headers: OutgoingHttpHeaders
  /** What stands around the nonce of the request it was rendered for. */
  parts: string[]
}

/** Addresses are given by whoever asks; so many are kept, then all are forgotten. */
const mostPages = 64

const nonceOf = ({ headers }: IncomingMessage) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? ''

/**
 * The page to sign in on, which Next renders once: to those without a session it says the same in each language, and when many come at once
 * it is what all of them ask for first. Each answer has the nonce of its own request.
 */
export class KeptPages {
  readonly #pages = new Map<string, Kept>()

  /** Answers with what is kept; else `next` does, and what it answers is kept by `keep`. */
  orElse(next: Handle): Handle {
    return async (request, response) => {
      const kept = this.#pages.get(keyOf(request) ?? '')
      if (!kept) return next(request, response)
      for (const [name, value] of Object.entries(kept.headers)) if (value !== undefined) response.setHeader(name, value)
      response.end(kept.parts.join(nonceOf(request)))
    }
  }

  /** @param page the answer as a whole, before it is compressed */
  keep(request: IncomingMessage, response: ServerResponse, page: Buffer): void {
    const key = keyOf(request)
    const nonce = nonceOf(request)
    if (key === null || nonce === '' || response.statusCode !== 200 || response.hasHeader('set-cookie') || this.#pages.has(key)) return
    const text = page.toString()
    // What Next made of the cookies is what counts: it reads them less strictly.
    if (!text.startsWith(`<!DOCTYPE html><html lang="${languageOf(request.headers)}"`)) return
    const { 'content-security-policy': _, ...headers } = response.getHeaders()
    if (this.#pages.size >= mostPages) this.#pages.clear()
    this.#pages.set(key, { headers, parts: text.split(nonce) })
  }
}

/** What the page depends on; null for every other page, for who may be signed in, and for what a script asks. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !/^\/sign-in(\?|$)/.test(url) || headers.rsc !== undefined) return null
  if (headers.cookie?.includes(`${sessionCookieName()}=`)) return null
  return `${languageOf(headers)} ${url}`
}
