import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { brakes } from '#domain/brakes/brake'
import { pullBrakes } from '#services/brakes/pull-brakes'
import { openSession } from '#services/sessions/open-session'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { makeGroup, makeOrganisation, makePerson } from '#testing/factories'
import { makeHistories } from '#testing/histories'

/** What Next would tell of the request, and the language it found for it. */
const asked = { headers: new Headers(), cookie: '', locale: 'en' }
vi.mock('next/headers', () => ({ headers: async () => asked.headers, cookies: async () => ({ get: () => ({ value: asked.cookie }) }) }))
vi.mock('next-intl/server', () => ({ getLocale: async () => asked.locale }))
const { GET } = await import('../reports/courses/[course]/export/route.ts')

const { db } = await testDatabase()
const holder = globalThis as { casebookDatabase?: typeof db }
const browser = 'text/html,application/xhtml+xml,*/*;q=0.8'
let reviewer: { id: string; token: string }
let learner: { id: string; token: string }

beforeAll(async () => {
  vi.stubEnv('CASEBOOK_DATA', '/tmp')
  holder.casebookDatabase = db
  const { rootId } = await makeOrganisation(db)
  const group = await makeGroup(db, { id: rootId, path: [rootId] }, 'Works')
  await makeHistories(db, { groupIds: [group.id], course: await publishTestCourse(db), count: 3 })
  const signedIn = async (grants: { role: 'reviewer'; of: null }[]) => {
    const { id } = await makePerson(db, { groupId: rootId, grants })
    const device = { userAgent: 'test', isShared: false }
    return { id, token: (await db.transaction((tx) => openSession(tx, { personId: id, device, now: new Date() }))).token }
  }
  ;[reviewer, learner] = [await signedIn([{ role: 'reviewer', of: null }]), await signedIn([])]
})
afterAll(() => {
  delete holder.casebookDatabase
  vi.unstubAllEnvs()
})

/** Follows the link of an export as the person, in their language. */
async function follow(person: { token: string }, { course = testCourse.id, accept = browser, locale = 'en', search = '' } = {}) {
  Object.assign(asked, { headers: new Headers({ accept }), cookie: person.token, locale })
  const request = new Request(`http://localhost/reports/courses/${course}/export${search}`)
  const answer = await GET(request, { params: Promise.resolve({ course }) })
  return { answer, text: await answer.text(), type: answer.headers.get('content-type') }
}

describe('an export that is refused', () => {
  test('for it was asked too often: a person reads how long to wait, in their language, and finds back', async () => {
    const { burst, everySeconds } = brakes.exportByPerson
    for (let count = 0; count < burst; count += 1) await pullBrakes(db, new Date(), ['exportByPerson', reviewer.id])
    const { answer, text, type } = await follow(reviewer, { search: '?search=%22%3Cb%3E&status=overdue' })
    const wait = Number(answer.headers.get('retry-after'))
    expect(answer.status).toBe(429)
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(everySeconds)
    expect(type).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('<html lang="en">')
    expect(text).toContain(`This was tried too often. Please wait ${wait} second`)
    expect(text).toContain(`href="/reports/courses/${testCourse.id}?search=%22%3Cb%3E&#38;status=overdue"`)
    const japanese = await follow(reviewer, { locale: 'ja' })
    expect(japanese.text).toContain('<html lang="ja">')
    expect(japanese.text).toMatch(/\d+秒ほど待ってから、もう一度お試しください。/)
    expect(japanese.text).toContain('元のページに戻る')
  })

  test('for it does not exist or may not be made: with the status that says so', async () => {
    const nowhere = await follow(reviewer, { course: 'no-such-course' })
    expect(nowhere.answer.status).toBe(404)
    expect(nowhere.text).toContain('There is nothing here that you can open.')
    expect(nowhere.text).toContain('href="/training"')
    const forbidden = await follow(learner)
    expect(forbidden.answer.status).toBe(403)
    expect(forbidden.type).toBe('text/html; charset=utf-8')
  })

  test('is told to a program as data', async () => {
    const { answer, text, type } = await follow(reviewer, { accept: '*/*' })
    expect([answer.status, type]).toEqual([429, 'application/json'])
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(JSON.parse(text)).toEqual({ message: expect.stringContaining('Please wait'), fields: {} })
    expect((await follow(learner, { accept: 'application/json' })).answer.status).toBe(403)
  })
})

test('the page needs no script and no style sheet, which the policy would keep from it', async () => {
  const { text } = await follow(learner)
  expect(text).not.toMatch(/<script|<style|<link/)
  expect(text).toContain('<main id="main"')
})
