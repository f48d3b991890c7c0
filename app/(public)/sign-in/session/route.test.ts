import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashPassword } from '#services/account/password-hash'
import { findSession } from '#services/sessions/find-session'
import { testDatabase } from '#testing/database'
import { makeOrganisation, makePerson } from '#testing/factories'
import { POST } from './route.ts'

const { db } = await testDatabase()
const password = 'stapler cloud ferry'
const holder = globalThis as { casebookDatabase?: typeof db }
let email: string
let id: string

beforeAll(async () => {
  vi.stubEnv('CASEBOOK_DATA', '/tmp')
  holder.casebookDatabase = db
  const { rootId } = await makeOrganisation(db)
  const person = await makePerson(db, { groupId: rootId, passwordHash: await hashPassword(password) })
  ;[email, id] = [person.email ?? '', person.id]
})
afterAll(() => {
  delete holder.casebookDatabase
  vi.unstubAllEnvs()
})

const script = { accept: 'application/json' }

/** Sends the form as Next would hand it on, and as the process that serves does without Next: the latter's answer. */
async function send(fields: Record<string, string>, headers: Record<string, string> = script) {
  const body = new URLSearchParams({ identifier: email, password, ...fields })
  const make = () =>
    new Request('http://localhost/sign-in/session', { method: 'POST', body, headers: { ...headers, 'user-agent': 'test' } })
  const [request, other] = [make(), make()]
  const route = await POST(request, { params: Promise.resolve({}) })
  const direct = await POST.answer({ params: {}, header: (name) => other.headers.get(name), body: other.body ?? new Blob().stream() })
  expect({ status: route.status, body: await route.text() }).toEqual({ status: direct.status, body: direct.body ?? '' })
  expect(route.headers.getSetCookie().map(nameOf)).toEqual(cookiesOf(direct).map(nameOf))
  return { ...direct, told: direct.body === null ? null : JSON.parse(direct.body), cookies: cookiesOf(direct) }
}
const cookiesOf = ({ headers }: { headers: Record<string, string | string[]> }) => [headers['set-cookie'] ?? []].flat()
const nameOf = (line: string) => line.split('=', 1)[0]

test('whoever knows the password is signed in, and is told the page to go on to', async () => {
  const { status, told, cookies } = await send({ next: '/account' })
  expect({ status, told }).toEqual({ status: 200, told: { next: '/account' } })
  expect(cookies.map(nameOf)).toEqual(['casebook.session', 'casebook.device'])
  for (const line of cookies) expect(line).toMatch(/; Path=\/; .*HttpOnly; SameSite=lax$/i)
  const token = /^[^=]+=([^;]+)/.exec(cookies[0] ?? '')?.[1] ?? ''
  expect((await findSession(db, token, new Date()))?.actor.id).toBe(id)
})

test('a device that others use is not marked', async () => {
  expect((await send({ isShared: 'on' })).cookies.map(nameOf)).toEqual(['casebook.session'])
})

test('nobody is sent on to another site', async () => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
    expect((await send({ next })).told).toEqual({ next: '/training' })
})

test('a wrong password and an address that nobody has are told the same, and nothing is set', async () => {
  const wrong = await send({ password: 'stapler cloud fairy' })
  expect(wrong).toMatchObject({ status: 409, told: { reason: 'wrong_credentials', fields: {} }, cookies: [] })
  expect(await send({ identifier: 'nobody@kitahama.example' })).toEqual(wrong)
})

test('what cannot be an address is told at its field', async () => {
  const { status, told } = await send({ identifier: 'x'.repeat(400) })
  expect(status).toBe(400)
  expect(Object.keys(told.fields)).toEqual(['identifier'])
})

test('without script it goes on to the page, or back to the form', async () => {
  const plain = { accept: 'text/html' }
  expect(await send({ next: '/account' }, plain)).toMatchObject({ status: 303, headers: { location: '/account' } })
  const refused = await send({ password: 'stapler cloud fairy' }, plain)
  expect(refused).toMatchObject({ status: 303, headers: { location: '/sign-in?refused=wrong_credentials' }, cookies: [] })
})
