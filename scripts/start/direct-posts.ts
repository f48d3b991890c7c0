import type { IncomingMessage, ServerResponse } from 'node:http'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A small write as the build hands it over (`app/_adapter/direct-posts.ts`, through `instrumentation.ts`). */
type DirectPost = (sent: {
  params: Record<string, string>
  header: (name: string) => string | null
  body: AsyncIterable<Uint8Array>
}) => Promise<{ status: number; headers: Record<string, string | string[]>; body: string | null }>

const isPlainForm = ({ method, headers }: IncomingMessage) =>
  method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')

type Posts = Record<string, DirectPost>

/** What the build has handed over. Next reads its instrumentation with the first request it answers. */
const handedOver = () => (globalThis as { casebookPosts?: Posts }).casebookPosts

/**
 * Answers the small writes of pages by the handlers that are Next's routes too, without Next: its way to a route costs more than the write.
 * Every other request, and every other form of these, goes to `next`.
 */
export function answeringPosts(next: Handle, posts = handedOver): Handle {
  let routes: { address: RegExp; answer: DirectPost }[] | undefined
  return async (request, response) => {
    if (!isPlainForm(request)) return next(request, response)
    const known = posts()
    if (known) routes ??= Object.entries(known).map(([pattern, answer]) => ({ address: addressOf(pattern), answer }))
    const path = request.url?.split('?', 1)[0] ?? ''
    for (const { address, answer } of routes ?? []) {
      const found = address.exec(path)
      if (found) return send(response, await answer({ params: paramsOf(found), header: headerOf(request), body: request }))
    }
    return next(request, response)
  }
}

function send(response: ServerResponse, { status, headers, body }: Awaited<ReturnType<DirectPost>>): void {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body ?? undefined)
}

const paramsOf = ({ groups = {} }: RegExpExecArray) =>
  Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]))

/** `/courses/[course]` as an expression that names what stands for `[course]`. */
const addressOf = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`)

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | null => {
    const value = headers[name]
    return value === undefined ? null : String(value)
  }
