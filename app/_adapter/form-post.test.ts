import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Conflict, InvalidInput } from '#services/errors'
import { openSession } from '#services/sessions/open-session'
import { testDatabase } from '#testing/database'
import { makeOrganisation, makePerson } from '#testing/factories'

// Words are looked up by the language handed in: nothing here asks Next which one that is.
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.reject(new Error('outside any request of Next')) }))
const { formPost, openPost } = await import('./form-post.ts')
const { sessionCookieName } = await import('#auth/cookie-names')

const { db } = await testDatabase()
let cookie: string
let japanese: string
const holder = globalThis as { casebookDatabase?: typeof db }

beforeAll(async () => {
  vi.stubEnv('CASEBOOK_DATA', '/tmp')
  holder.casebookDatabase = db
  const { rootId } = await makeOrganisation(db)
  const signedIn = async (language: 'en' | 'ja') => {
    const { id: personId } = await makePerson(db, { groupId: rootId, language })
    const device = { userAgent: 'test', isShared: false }
    const { token } = await db.transaction((tx) => openSession(tx, { personId, device, now: new Date() }))
    return `other=1; ${sessionCookieName()}=${token}`
  }
  ;[cookie, japanese] = [await signedIn('en'), await signedIn('ja')]
})
afterAll(() => {
  delete holder.casebookDatabase
  vi.unstubAllEnvs()
})

const post = formPost<{ unit: string }>({
  page: ({ unit }) => `/units/${unit}`,
  act: async ({ caller, field, fields, params }) => {
    if (field('do') === 'conflict') throw new Conflict('attempt_open')
    if (field('do') === 'invalid') throw new InvalidInput({ value: 'invalid' })
    if (field('do') === 'nothing') return null
    return { next: `/units/${params.unit}?done`, person: caller.actor.id, fields }
  },
})

const open = openPost<{ unit: string }>({
  page: () => '/sign-in',
  act: async ({ caller, header }) => ({ next: '/training', asker: caller.actor.kind, agent: header('x-agent') }),
})

interface Asked {
  body?: URLSearchParams | FormData
  headers?: Record<string, string>
}

/** Sends the same to the handler as Next's route and as what the serving process calls: both must answer alike. */
async function ask({ body = new URLSearchParams(), headers = {} }: Asked) {
  const make = () => new Request('http://localhost/units/one', { method: 'POST', body, headers })
  const [request, other] = [make(), make()]
  const route = await post(request, { params: Promise.resolve({ unit: 'one' }) })
  const direct = await post.answer({
    params: { unit: 'one' },
    header: (name) => other.headers.get(name),
    body: other.body ?? new Blob().stream(),
  })
  expect({ status: route.status, body: await route.text() }).toEqual({ status: direct.status, body: direct.body ?? '' })
  expect(Object.fromEntries(route.headers)).toMatchObject(direct.headers)
  return direct
}
const script = { accept: 'application/json' }

describe('a small write', () => {
  test('answers a script with what came of it, and sends a plain form on', async () => {
    const body = new URLSearchParams([
      ['choice', 'a'],
      ['choice', 'é b'],
    ] as [string, string][])
    const told = await ask({ body, headers: { cookie, ...script } })
    expect(told).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store', 'content-type': 'application/json' } })
    expect(JSON.parse(told.body ?? '')).toMatchObject({ next: '/units/one?done', fields: [...body] })
    expect(await ask({ body, headers: { cookie } })).toMatchObject({ status: 303, headers: { location: '/units/one?done' }, body: null })
  })

  test('takes a form in parts too, and answers 204 where there is nothing to show', async () => {
    const body = new FormData()
    body.set('do', 'nothing')
    expect(await post.answer(await inParts(body))).toMatchObject({ status: 204, body: null })
  })

  test('tells a refusal in the language of who asks, or sends the form back to its page', async () => {
    const body = new URLSearchParams({ do: 'conflict' })
    const told = await ask({ body, headers: { cookie: japanese, ...script } })
    expect(told.status).toBe(409)
    expect(JSON.parse(told.body ?? '')).toMatchObject({ reason: 'attempt_open', message: expect.stringMatching(/[ぁ-ん]/) })
    expect(await ask({ body, headers: { cookie } })).toMatchObject({
      status: 303,
      headers: { location: '/units/one?refused=attempt_open' },
    })
    const invalid = await ask({ body: new URLSearchParams({ do: 'invalid' }), headers: { cookie, ...script } })
    expect(invalid).toMatchObject({ status: 400, body: expect.stringContaining('invalid_input') })
  })

  test('does nothing for whoever is not signed in, and says so in the language they read', async () => {
    const headers = { cookie: `${sessionCookieName()}=nobody`, 'accept-language': 'ja' }
    expect(await ask({ headers })).toMatchObject({ status: 303, headers: { location: '/sign-in?next=%2Funits%2Fone' } })
    const told = await ask({ headers: { ...headers, ...script } })
    expect(told.status).toBe(401)
    expect(JSON.parse(told.body ?? '')).toMatchObject({ reason: 'signed_out', message: expect.stringMatching(/[ぁ-ん]/) })
  })

  test('refuses a body that is too large, whatever its head says', async () => {
    const told = await ask({ body: new URLSearchParams({ text: 'x'.repeat(70_000) }), headers: { cookie, ...script } })
    expect(told.status).toBe(400)
  })
})

describe('a form for everybody', () => {
  test('is answered for whoever is not signed in, and knows who is', async () => {
    const ask = (sent?: string) =>
      open.answer({
        params: { unit: 'one' },
        header: headerOf({ ...script, ...(sent && { cookie: sent }), 'x-agent': 'a', ...plain }),
        body: new Blob().stream(),
      })
    expect(JSON.parse((await ask()).body ?? '')).toEqual({ next: '/training', asker: 'anonymous', agent: 'a' })
    expect(JSON.parse((await ask(cookie)).body ?? '')).toMatchObject({ asker: 'person' })
  })
})

const plain = { 'content-type': 'application/x-www-form-urlencoded' }
const headerOf = (headers: Record<string, string>) => (name: string) => headers[name] ?? null

async function inParts(form: FormData) {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const header = (name: string) => (name === 'cookie' ? cookie : request.headers.get(name))
  return { params: { unit: 'one' }, header, body: request.body ?? new Blob().stream() }
}
