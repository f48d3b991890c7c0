export const dynamic = 'force-dynamic'

/** Whether this process answers; asks nobody else. */
export function GET(): Response {
  return Response.json({ isAlive: true }, { headers: { 'cache-control': 'no-store' } })
}
