import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { afterAll, inject } from 'vitest'
import { appRoleOf } from '#db/app-role'
import { type Database, openDatabase } from '#db/client'

const server = (): ClientConfig => JSON.parse(inject('server')) as ClientConfig
const application = (): ClientConfig => JSON.parse(inject('application')) as ClientConfig

async function onServer(sql: string): Promise<void> {
  const client = new Client(server())
  await client.connect()
  await client.query(sql)
  await client.end()
}

export interface TestDatabase {
  db: Database
  /** As the owner of the tables: for what the application's role must not be able to do. */
  owner: ClientConfig
}

/** A database of this file's own, cloned from the migrated template; gone when the file is done. Call at the top of a test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template template_casebook`)
  const owner = { ...server(), database: name }
  const db = openDatabase({ ...application(), database: name })
  afterAll(async () => {
    if (!db.$client.ended) await db.$client.end()
    await onServer(`drop database ${name} with (force)`)
  })
  return { db, owner }
}

/**
 * An empty database as somebody's own server would have it: its owner may make databases and roles, and is no superuser. Gone, with both roles, when
 * the file is done. Call at the top of a test file.
 */
export async function plainDatabase(): Promise<ClientConfig> {
  const name = `plain_${randomBytes(6).toString('hex')}`
  await onServer(`create role ${name} login createdb createrole password 'plain'`)
  await onServer(`create database ${name} template template0 owner ${name}`)
  afterAll(async () => {
    await onServer(`drop database ${name} with (force)`)
    await onServer(`drop role if exists ${appRoleOf(name)}`)
    await onServer(`drop role ${name}`)
  })
  return { ...server(), database: name, user: name, password: 'plain' }
}
