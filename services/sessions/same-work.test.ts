import { argon2 } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '#testing/database'
import { anonymous, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { hashPassword } from '../account/password-hash.ts'
import { createSession } from './create-session.ts'

/** Whoever guesses learns nothing from how long it takes: what is hashed is counted, since time on a busy machine proves nothing. */

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, argon2: vi.fn(crypto.argon2) }
})

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const password = 'stapler cloud ferry'
const passwordHash = await hashPassword(password)
const make = (more: Partial<Parameters<typeof makePerson>[1]> = {}) => makePerson(db, { groupId: rootId, passwordHash, ...more })
const known = await make()
const guess = { identifier: known.email, password: 'stapler cloud fairy' }

interface Work {
  message: unknown
  memory: number
  passes: number
  parallelism: number
  tagLength: number
  salt: number
}

/** Tries to sign in: the answer, and everything that was hashed for it. */
async function tried(given: { identifier: string | null; password: string }, address: string) {
  vi.mocked(argon2).mockClear()
  const answer = await createSession(anonymous(db), { ...given, userAgent: '', isShared: false, address }).then(
    () => 'signed in',
    ({ reason, values }: { reason: string; values?: unknown }) => ({ reason, values }),
  )
  const work = vi
    .mocked(argon2)
    .mock.calls.map(([, { message, nonce, ...rest }]): Work => ({ ...rest, message, salt: (nonce as Buffer).byteLength }) as Work)
  return { answer, work }
}

test('a wrong password is verified once, at full cost', async () => {
  const { answer, work } = await tried(guess, '192.0.2.1')
  expect(answer).toEqual({ reason: 'wrong_credentials', values: {} })
  expect(work).toEqual([{ message: guess.password, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32, salt: 16 }])
  expect((await tried({ ...guess, password }, '192.0.2.1')).answer).toBe('signed in')
})

test.each([
  ['an address that nobody has', async () => 'nobody@kitahama.example'],
  ['an employee number that nobody has', async () => 'K-99999'],
  ['somebody invited who has no password yet', async () => (await make({ passwordHash: undefined })).email],
  ['somebody who has left', async () => (await make({ deactivatedAt: testNow })).email],
])('%s is refused with the same words after the same work', async (_, identifier) => {
  const wrong = await tried(guess, '192.0.2.2')
  expect(await tried({ ...guess, identifier: await identifier() }, '192.0.2.3')).toEqual(wrong)
})

test('slowed down, neither is verified at all', async () => {
  for (const identifier of [(await make()).email, 'nobody-else@kitahama.example']) {
    const tries = await Promise.all(
      Array.from({ length: 40 }, () =>
        createSession(anonymous(db), { ...guess, identifier, userAgent: '', isShared: false, address: '192.0.2.4' }).catch(
          (error) => error,
        ),
      ),
    )
    expect(tries.some(({ reason }) => reason === 'too_fast')).toBe(true)
    expect(await tried({ ...guess, identifier }, '192.0.2.4')).toMatchObject({ answer: { reason: 'too_fast' }, work: [] })
  }
})
