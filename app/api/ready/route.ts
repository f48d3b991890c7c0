import { readiness } from '#services/readiness/check-readiness'

export const dynamic = 'force-dynamic'

/** Whether this process can serve people, check by check, for whoever shares out requests or watches. */
export async function GET(): Promise<Response> {
  const { isReady, checks } = await readiness()
  const headers = { 'cache-control': 'no-store', ...(!isReady && { 'retry-after': '10' }) }
  return Response.json({ isReady, checks }, { status: isReady ? 200 : 503, headers })
}
