import { currentCaller } from '#auth/actor'
import { getDemo } from '#services/setup/get-demo'
import { asResponse } from '../../../_adapter/route.ts'

/** How far the demonstration is, for whoever holds the set-up link. */
export async function GET(request: Request): Promise<Response> {
  return asResponse(async () => {
    const token = new URL(request.url).searchParams.get('token') ?? ''
    const { progress } = await getDemo(await currentCaller(), { token })
    return Response.json({ progress }, { headers: { 'cache-control': 'no-store' } })
  })
}
