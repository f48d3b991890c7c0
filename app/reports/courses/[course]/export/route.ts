import { personCaller } from '#auth/actor'
import { parseFilter } from '#domain/reports/filter'
import { exportCompletion } from '#services/reports/export-completion'
import { asResponse } from '../../../../_adapter/route.ts'

/** Streams the export; that it was made is on record before the first byte leaves. */
export function GET(request: Request, { params }: { params: Promise<{ course: string }> }): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url)
  return asResponse(
    async () => {
      const caller = await personCaller(pathname + search)
      const { filter } = parseFilter(Object.fromEntries(searchParams))
      const { csv, fileName } = await exportCompletion(caller, { ...filter, course: (await params).course })
      return new Response(streamOf(csv), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${fileName}"`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
    pathname.replace(/\/export$/, '') + search,
  )
}

/** Reads the next part only when the last one was taken, and stops reading when the download is broken off. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
