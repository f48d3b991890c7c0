import { request } from 'node:http'
import { connect } from 'node:net'
import type { Browser } from '@playwright/test'
import { as, origin, type Role } from '../installation.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export interface Wish {
  method?: string
  path: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
}

/** Asks as no browser would: the path, the headers and the body go out as they are. */
export function ask({ method = 'GET', path, headers = {}, body }: Wish): Promise<Answer> {
  const { hostname, port } = new URL(origin())
  return new Promise((answered, failed) => {
    const asking = request({ hostname, port, path, method, headers, agent: false, timeout: 30_000 }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', failed)
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }),
      )
    })
    asking.on('timeout', () => asking.destroy(new Error(`${method} ${path} was not answered`)))
    asking.on('error', failed)
    asking.end(body)
  })
}

/** Sends bytes that are not even a request, and reads until the server closes. */
export function sendBytes(bytes: string): Promise<Answer> {
  const { hostname, port } = new URL(origin())
  return new Promise((answered) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part) => {
      text += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      const [head = '', ...body] = text.split('\r\n\r\n')
      const lines = head.split('\r\n').slice(1)
      const headers = Object.fromEntries(lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.split(': ')[1]]))
      answered({ status: Number(head.split(' ')[1] ?? 0), headers, text: body.join('\r\n\r\n') })
    })
    socket.write(bytes, 'latin1')
  })
}

/** The cookies with which somebody is signed in, as one header. */
export async function cookiesOf(browser: Browser, role: Role): Promise<string> {
  const page = await as(browser, role)
  const cookies = await page.context().cookies()
  await page.context().close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Runs through what there is, some at a time. */
export async function each<T>(all: readonly T[], act: (one: T) => Promise<void>, atOnce = 6): Promise<void> {
  const waiting = [...all]
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
