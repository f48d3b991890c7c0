import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'node-html-parser'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** Decompressed only when somebody reads it. */
  readonly body: string
  /** Of the body as it came over the wire. */
  bytes: number
}

interface Sending {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** One browser: a connection that stays open, and its cookies. It takes what a browser takes. */
export class Visitor {
  readonly origin: string
  readonly cookies = new Map<string, string>()
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(origin: string, cookies: Record<string, string> = {}) {
    this.origin = origin
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value)
  }

  /** @throws when the status is not among those expected. */
  async ask(path: string, { method = 'GET', headers = {}, body }: Sending = {}, expected: number[] = [200]): Promise<Answer> {
    const answer = await this.#send(path, method, headers, body)
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line)
    if (!expected.includes(answer.status))
      throw new Error(`${method} ${path} answered ${answer.status}, not ${expected.join(' or ')}: ${answer.body.slice(0, 300)}`)
    return answer
  }

  /** Sends a form as a browser without script does. */
  post(path: string, fields: readonly (readonly [string, string])[], expected: number[], headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: this.origin }
    return this.ask(path, { method: 'POST', headers: { ...type, ...headers }, body }, expected)
  }

  close(): void {
    this.#agent.destroy()
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  #send(path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const length: Record<string, string> = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.origin),
        { method, agent: this.#agent, headers: { cookie, ...length, ...headers } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const bytes = Buffer.concat(parts)
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              get body() {
                return decoded(bytes, response.headers['content-encoding'])
              },
              bytes: bytes.length,
            })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

function decoded(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** How browsers ask for pages. */
export const compressed = { 'accept-encoding': 'gzip, deflate, br' }

/** The fields of the form on a page that holds a control of the given name, but for that control itself. */
export function hiddenFields(html: string, control: string): [string, string][] {
  const form = parse(html)
    .querySelectorAll('form')
    .find((each) => each.querySelector(control))
  if (!form) throw new Error(`no form with ${control} on the page`)
  return form.querySelectorAll('input[type=hidden]').map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
}
