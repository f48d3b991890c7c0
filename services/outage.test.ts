import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groups } from '#db/schema/index'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { outageIn } from './errors.ts'
import { createGroup } from './groups/create-group.ts'

const { db, owner: connection } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const { id: adminId } = await makePerson(db, { groupId: rootId, grants: [{ role: 'admin', of: null }] })
const admin = await callerFor(db, adminId)
const owner = new Client(connection)
beforeAll(() => owner.connect())
afterAll(() => owner.end())

const create = (name: string) => createGroup(admin, { parentId: rootId, name }).then(() => null, outageIn)
const countOf = async (name: string) => (await db.select().from(groups)).filter((group) => group.name === name).length

/** Runs `work` while saving a group makes the database do `statement`: at once, or only when it is committed. */
async function whileSaving(statement: string, when: 'at once' | 'at commit', work: () => Promise<void>): Promise<void> {
  await owner.query(`create function misfortune() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`)
  const timing = when === 'at commit' ? 'deferrable initially deferred' : ''
  await owner.query(`create constraint trigger misfortune after insert on groups ${timing} for each row execute function misfortune()`)
  try {
    await work()
  } finally {
    await owner.query('drop function misfortune cascade')
  }
}

describe('a command says what is the matter with the database, and leaves nothing half done', () => {
  it('when there is no room left, at once or while it is being committed', async () => {
    for (const when of ['at once', 'at commit'] as const)
      await whileSaving("raise sqlstate '53100' using message = 'No space left on device'", when, async () => {
        expect(await create('Works')).toBe('database_full')
      })
    expect(await countOf('Works')).toBe(0)
  })

  it('when it may only be read', async () => {
    await db.execute(sql`set default_transaction_read_only = on`)
    expect(await create('Works')).toBe('database_read_only')
    await db.execute(sql`set default_transaction_read_only = off`)
    expect(await create('Works')).toBeNull()
  })

  it('when somebody else holds what it needs for too long', async () => {
    await owner.query('begin; lock table groups')
    await db.execute(sql`set lock_timeout = '100ms'`)
    expect(await create('Office')).toBe('database_busy')
    await owner.query('rollback')
    await db.execute(sql`set lock_timeout = 0`)
  })

  it('when the connection is lost before the end: nothing was done', async () => {
    await whileSaving('perform pg_terminate_backend(pg_backend_pid())', 'at once', async () => {
      expect(await create('Laboratory')).toBe('database_unreachable')
    })
    expect(await countOf('Laboratory')).toBe(0)
  })

  it('when it is lost during the last word: nobody can say', async () => {
    await whileSaving('perform pg_terminate_backend(pg_backend_pid())', 'at commit', async () => {
      expect(await create('Laboratory')).toBe('in_doubt')
    })
    expect(await create('Laboratory')).toBeNull()
    expect(await countOf('Laboratory')).toBe(1)
  })
})

it('no refusal of a verb is an outage', async () => {
  const refused = await createGroup(admin, { parentId: rootId, name: 'Works' }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ reason: 'group_name_taken' })
  expect(outageIn(refused)).toBeNull()
})
