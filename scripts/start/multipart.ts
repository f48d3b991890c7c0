import { IncomingMessage } from 'node:http'

const isForm = ({ method, headers }: IncomingMessage) => method === 'POST' && /^multipart\//i.test(headers['content-type'] ?? '')

/**
 * A form in parts, read to its end and taken apart once before Next does it: Next would answer one that it cannot take apart as if the fault
 * were its own. How large a body may be is seen to before.
 * @returns the request with its body still to be read; null when it is not a form. Any other request as it is.
 */
export async function wholeForm(request: IncomingMessage): Promise<IncomingMessage | null> {
  if (!isForm(request)) return request
  try {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    await new Response(body, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
    return replay(request, body)
  } catch {
    return null
  }
}

function replay({ method, url, headers, rawHeaders, httpVersion, socket }: IncomingMessage, body: Buffer): IncomingMessage {
  const again = Object.assign(new IncomingMessage(socket), { method, url, headers, rawHeaders, httpVersion, complete: true })
  again.push(body)
  again.push(null)
  return again
}
