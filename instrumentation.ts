import type { Instrumentation } from 'next'

/** Called by Next once per server process, before it answers anything: a server with a wrong environment does not come up. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { environment } = await import('#db/environment')
  environment()
}

/** Called by Next for what was thrown while it answered. The server process has given each request its number. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportError } = await import('#services/report-error')
  reportError(error, String(headers['x-request-number'] ?? ''), routePath)
}
