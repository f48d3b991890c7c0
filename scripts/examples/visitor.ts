import { request } from 'node:https'
import { parse } from 'node-html-parser'
import { exampleHost } from './files.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** Somebody who reaches the example's host through a proxy on this machine, and trusts one certificate only. Keeps cookies. */
export class Visitor {
  readonly origin: string
  readonly #port: number
  readonly #trusted: Buffer
  readonly #cookies = new Map<string, string>()

  constructor(port: number, trusted: Buffer) {
    this.origin = `https://${exampleHost}:${port}`
    this.#port = port
    this.#trusted = trusted
  }

  get = (path: string, headers: Record<string, string> = {}) => this.#ask('GET', path, headers)

  /** Fills in and sends the form of a page that has a field of that name, as a browser without scripts does. */
  async submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const page = parse((await this.get(path)).text)
    const form = page.querySelectorAll('form').find((one) => Object.keys(fields).every((name) => one.querySelector(`[name="${name}"]`)))
    if (!form) throw new Error(`${path} has no form with ${Object.keys(fields).join(', ')}.`)
    const body = new FormData()
    for (const input of form.querySelectorAll('input[name]')) {
      const isChosen = !['radio', 'checkbox'].includes(input.getAttribute('type') ?? '') || input.hasAttribute('checked')
      if (isChosen) body.set(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '')
    }
    for (const select of form.querySelectorAll('select[name]'))
      body.set(select.getAttribute('name') ?? '', select.querySelector('option[selected]')?.getAttribute('value') ?? '')
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const encoded = new Response(body)
    const type = encoded.headers.get('content-type') ?? ''
    const sent = { 'Content-Type': type, Origin: this.origin, ...headers }
    return this.#ask('POST', form.getAttribute('action') || path, sent, Buffer.from(await encoded.arrayBuffer()))
  }

  post = (path: string, body: Buffer) => this.#ask('POST', path, { Origin: this.origin, 'Content-Type': 'text/plain' }, body)

  #ask(method: string, path: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          servername: exampleHost,
          ca: this.#trusted,
          method,
          path,
          headers: {
            Host: `${exampleHost}:${this.#port}`,
            'Content-Length': body?.length ?? 0,
            ...(cookie && { Cookie: cookie }),
            ...headers,
          },
        },
        (response) => {
          for (const line of response.headers['set-cookie'] ?? []) this.#keep(line)
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => (text += part))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
        },
      )
      sent.on('error', reject).end(body)
    })
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value) this.#cookies.set(name, value)
    else this.#cookies.delete(name)
  }
}
