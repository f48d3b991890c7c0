import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import { openDatabase } from './client.ts'
import { factsOf, log } from './log.ts'

const hostile = 'Aoi Tanaka <aoi.tanaka@kitahama.example> 42-1234"\' \n    at secret (/home/aoi)'
const words = ['Aoi', 'tanaka', '42-1234', 'home']

afterEach(() => vi.restoreAllMocks())

async function failing(statement: ReturnType<typeof sql>): Promise<unknown> {
  const db = openDatabase(JSON.parse(inject('application')))
  const error = await db.execute(statement).catch((thrown: unknown) => thrown)
  await db.$client.end()
  return error
}

describe('what is written down of an error holds no value', () => {
  test.each([
    ['a refused row', sql`insert into people (id, name) values (gen_random_uuid(), ${hostile})`, '23502'],
    ['a value that cannot be read', sql`select ${hostile}::uuid`, '22P02'],
    ['a statement with parameters', sql`select * from people where nothing = ${hostile}`, '42703'],
    ['a double', sql`with w as (insert into brakes values (${hostile}, now())) insert into brakes values (${hostile}, now())`, undefined],
  ])('of %s', async (_, statement, code) => {
    const error = await failing(statement)
    expect(JSON.stringify([(error as Error).message, (error as { cause: unknown }).cause])).toContain('Aoi')
    const facts = factsOf(error)
    if (code) expect(facts).toMatchObject({ error: 'error', code })
    for (const word of words) expect(JSON.stringify(facts)).not.toContain(word)
  })

  test('of something that could not be parsed, looked up or sent', () => {
    const thrown = [
      () => JSON.parse(hostile),
      () => JSON.parse(`{"a": ${hostile}`),
      () => {
        throw new Error(`no mailbox <aoi.tanaka@kitahama.example>`)
      },
      () => {
        throw new Error(`"${hostile}" is not known\n    at Aoi (home)`)
      },
    ]
    for (const act of thrown) {
      let facts = {}
      try {
        act()
      } catch (error) {
        facts = factsOf(error)
      }
      for (const word of words) expect(JSON.stringify(facts)).not.toContain(word)
    }
    expect(factsOf(hostile)).toEqual({ error: 'string' })
  })

  test('but says what it was and where', () => {
    const facts = factsOf(new TypeError('x is not a function'))
    expect(facts).toMatchObject({ error: 'TypeError', message: 'x is not a function', at: expect.stringContaining('log.test.ts') })
  })
})

test('a line is one object with time, level and event; problems go to standard error, and LOG_LEVEL leaves out the rest', () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  log('mail.sent', { job: 'one\ntwo' })
  log('mail.failed', { job: 'one' })
  const [line] = out.mock.calls[0] ?? []
  expect(String(line).split('\n')).toHaveLength(2)
  expect(JSON.parse(String(line))).toMatchObject({ level: 'info', event: 'mail.sent', pid: process.pid, job: 'one\ntwo' })
  expect(Date.parse(JSON.parse(String(line)).time)).not.toBeNaN()
  expect(JSON.parse(String(err.mock.calls[0]?.[0]))).toMatchObject({ level: 'warn', event: 'mail.failed' })
})
