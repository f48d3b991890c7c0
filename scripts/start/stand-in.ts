import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Puts another page in the place of what Next sends a person whose page could not be made: an empty frame that only a script fills.
 * Answers for scripts (data, router, files) stay as they are.
 */
export function standIn(
  request: IncomingMessage,
  response: ServerResponse,
  replace: () => { headers: object; status: number; body: string },
) {
  if (isForScript(request)) return
  const { writeHead, flushHeaders, write, end } = response
  let isReplaced = false
  const isPage = () => /\btext\/html\b/.test(`${request.headers.accept} ${response.getHeader('content-type')}`)
  const shouldReplace = () => {
    if (!isReplaced && !response.headersSent && response.statusCode >= 500 && isPage()) {
      isReplaced = true
      const page = replace()
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      writeHead.call(response, page.status, { ...page.headers, ...(!response.shouldKeepAlive && { Connection: 'close' }) })
      end.call(response, page.body, 'utf8')
    }
    return isReplaced
  }
  const done = (args: unknown[]) => {
    const callback = args.findLast((value) => typeof value === 'function')
    if (callback) process.nextTick(callback as () => void)
  }
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    response.statusCode = args[0]
    return shouldReplace() ? response : writeHead.apply(response, args)
  }) as typeof writeHead
  response.flushHeaders = () => {
    if (!shouldReplace()) flushHeaders.call(response)
  }
  response.write = ((...args: Parameters<typeof write>) => {
    if (!shouldReplace()) return write.apply(response, args)
    done(args)
    return true
  }) as typeof write
  response.end = ((...args: Parameters<typeof end>) => {
    if (!shouldReplace()) return end.apply(response, args)
    done(args)
    return response
  }) as typeof end
}

/** Whether Next's own script will read the answer. */
const isForScript = ({ headers }: IncomingMessage) => headers.rsc !== undefined || headers['next-action'] !== undefined
