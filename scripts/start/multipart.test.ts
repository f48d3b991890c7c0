import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { wholeForm } from './multipart.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

/** Sends a body; what is read of it behind, or `not a form`. */
async function send(body: string, contentType: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const whole = await wholeForm(request)
    if (!whole) return response.end('not a form')
    const parts: Buffer[] = []
    for await (const part of whole) parts.push(part as Buffer)
    response.end(`${whole.method} ${whole.url} ${whole.headers['content-type']}\n${Buffer.concat(parts)}`)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign-in?next=a`
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': contentType } })
  return answer.text()
}

const parts = 'multipart/form-data; boundary=cut'
const form = '--cut\r\nContent-Disposition: form-data; name="name"\r\n\r\n相田\r\n--cut--\r\n'

test('a form in parts is read behind as it was sent', async () => {
  expect(await send(form, parts)).toBe(`POST /sign-in?next=a ${parts}\n${form}`)
})

test.each([
  ['', parts],
  [form.slice(0, 40), parts],
  [form.replaceAll('cut', 'other'), parts],
  [form.replace('name="name"', 'noname'), parts],
  [form, 'multipart/form-data'],
])('what is not a form is not taken for one: %j as %s', async (body, type) => {
  expect(await send(body, type)).toBe('not a form')
})

test('any other body is left alone', async () => {
  expect(await send('{"a"', 'application/json')).toBe('POST /sign-in?next=a application/json\n{"a"')
})
