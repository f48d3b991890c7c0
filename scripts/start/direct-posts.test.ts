import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answeringPosts } from './direct-posts.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

type Posts = NonNullable<Parameters<typeof answeringPosts>[1]>

/** Serves with one small write, which tells what it was given; everything else is told by what stands in Next's place. */
async function serve(posts: Posts = () => ({ '/courses/[course]/[unit]/response': tell })): Promise<string> {
  const handle = answeringPosts(async (request, response) => void response.end(`next: ${request.method} ${request.url}`), posts)
  const server = createServer((request, response) => void handle(request, response))
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const tell: NonNullable<ReturnType<Posts>>[string] = async ({ params, header, body }) => {
  const parts = await Array.fromAsync(body)
  return { status: 409, headers: { 'x-told': 'yes' }, body: JSON.stringify([params, header('accept'), header('x-none'), parts.join('')]) }
}

const form = new URLSearchParams({ choice: 'a b' })

test('a form sent to the address of a small write is answered by it, with the parts of the address and all it says of itself', async () => {
  const answer = await fetch(`${await serve()}/courses/c%20one/quiz/response?x`, { method: 'POST', body: form, headers: { accept: 'a/b' } })
  expect(answer.status).toBe(409)
  expect(answer.headers.get('x-told')).toBe('yes')
  expect(await answer.json()).toEqual([{ course: 'c one', unit: 'quiz' }, 'a/b', null, 'choice=a+b'])
})

test.each([
  ['another address', '/courses/one/quiz/responses', { method: 'POST', body: form }],
  ['an address below it', '/courses/one/quiz/response/1', { method: 'POST', body: form }],
  ['a slash at its end', '/courses/one/quiz/response/', { method: 'POST', body: form }],
  ['another method', '/courses/one/quiz/response', { method: 'GET' }],
  ['another form', '/courses/one/quiz/response', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
  ['no form at all', '/courses/one/quiz/response', { method: 'POST' }],
])('%s goes to Next', async (_, path, init) => {
  const answer = await fetch((await serve()) + path, init as RequestInit)
  expect(await answer.text()).toBe(`next: ${init.method} ${path}`)
})

test('until the build has handed anything over, Next answers; from then on the small write does', async () => {
  let isHandedOver = false
  const origin = await serve(() => (isHandedOver ? { '/courses/[course]/[unit]/response': tell } : undefined))
  const ask = () => fetch(`${origin}/courses/one/quiz/response`, { method: 'POST', body: form })
  expect((await ask()).status).toBe(200)
  isHandedOver = true
  expect((await ask()).status).toBe(409)
})
