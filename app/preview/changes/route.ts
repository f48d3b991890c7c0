import { contentChanges } from '#services/catalogue/content-changes'
import { refuseUnlessPreviewed } from '#services/catalogue/preview'
import { asResponse } from '../../_adapter/route.ts'

/** Tells an open preview of each change to the files, for as long as it listens. */
export async function GET(request: Request): Promise<Response> {
  return asResponse(async () => {
    refuseUnlessPreviewed(request.headers.get('host'))
    return new Response(await told(request.signal), { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
  })
}

async function told(gone: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const line = new TextEncoder()
  const cancelled = new AbortController()
  const changes = await contentChanges(AbortSignal.any([gone, cancelled.signal]))
  return new ReadableStream({
    start: (stream) => stream.enqueue(line.encode('retry: 1000\n\n')),
    pull: async (stream) => {
      const { done } = await changes.next()
      if (done) stream.close()
      else stream.enqueue(line.encode('data: changed\n\n'))
    },
    cancel: () => cancelled.abort(),
  })
}
