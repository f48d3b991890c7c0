import type { Instrumentation } from 'next'

/**
 * Called by Next once per server process, before it answers anything: a server with a wrong environment does not come up. What the process
 * answers without Next is handed to it here, out of the build (`scripts/start/direct-posts.ts`).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { environment } = await import('#db/environment')
  environment()
  const { directPosts } = await import('./app/_adapter/direct-posts.ts')
  Object.assign(globalThis, { casebookPosts: directPosts })
}

/** Called by Next for what was thrown while it answered. The server process has given each request its number. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportError } = await import('#services/report-error')
  reportError(error, String(headers['x-request-number'] ?? ''), routePath)
}
