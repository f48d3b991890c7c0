import { unstable_rethrow } from 'next/navigation'
import { describeRefusal } from './refusal.ts'

/** Runs a route handler; a refusal becomes its status with a sentence as JSON. */
export async function asResponse(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    unstable_rethrow(error)
    const { status, message, fields, retryAfter } = await describeRefusal(error)
    const headers = { 'cache-control': 'no-store', ...(retryAfter && { 'retry-after': String(retryAfter) }) }
    return Response.json({ message, fields }, { status, headers })
  }
}
