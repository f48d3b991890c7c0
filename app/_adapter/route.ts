import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { describeRefusal } from './refusal.ts'
import { refusalPage } from './refusal-page.ts'

/**
 * Runs a route handler; a refusal becomes its status, with a page for who asks in a browser and the sentence as JSON for a program.
 * @param from the page that leads here, for the way back
 */
export async function asResponse(handle: () => Promise<Response>, from: string | null = null): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    unstable_rethrow(error)
    const refusal = await describeRefusal(error)
    const { status, message, fields, retryAfter } = refusal
    const more = { 'cache-control': 'no-store', vary: 'accept', ...(retryAfter && { 'retry-after': String(retryAfter) }) }
    if (!/\btext\/html\b/.test((await headers()).get('accept') ?? '')) return Response.json({ message, fields }, { status, headers: more })
    const page = refusalPage(await getLocale(), refusal, from)
    return new Response(page, { status, headers: { ...more, 'content-type': 'text/html; charset=utf-8' } })
  }
}
