import { unstable_rethrow } from 'next/navigation'
import { describeRefusal } from './refusal.ts'

/** Runs a route handler; a refusal becomes its status with a sentence as JSON. */
export async function asResponse(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    unstable_rethrow(error)
    const { status, message, fields } = await describeRefusal(error)
    return Response.json({ message, fields }, { status, headers: { 'cache-control': 'no-store' } })
  }
}
