import { Client, type ClientConfig } from 'pg'
import { appRoleOf } from './app-role.ts'
import { connected } from './client.ts'
import { codeOf, StartRefused } from './refusal.ts'

/** The made-up organisation lives in a database of its own, beside that of the installation. */
export const demoNameOf = (database: string): string => `${database.slice(0, 50)}_demo`
export const demoOf = <T extends ClientConfig>(connection: T): T => ({
  ...connection,
  database: demoNameOf(new Client(connection).database ?? ''),
})

/** Written on the database once everything is in it, so that one whose making was broken off is known. */
const mark = 'The demonstration of Casebook, complete.'

export type DemoState = 'none' | 'unfinished' | 'complete'

/** In SQL, so that whoever is connected to the installation's database can ask too; the parameter is the name. */
export const demoStateQuery = `select shobj_description(oid, 'pg_database') is not distinct from '${mark}' as "isComplete" from pg_database where datname = $1`

/** @param owner how the owner of the installation's database connects. */
export async function demoState(owner: ClientConfig): Promise<DemoState> {
  const { rows } = await connected(owner, (client) =>
    client.query<{ isComplete: boolean }>(demoStateQuery, [demoNameOf(client.database ?? '')]),
  )
  if (!rows[0]) return 'none'
  return rows[0].isComplete ? 'complete' : 'unfinished'
}

/** Makes the empty database, in place of one whose making was broken off. @throws StartRefused when the server forbids it. */
export async function createDemo(owner: ClientConfig): Promise<ClientConfig> {
  await dropDemo(owner)
  await connected(owner, async (client) => {
    const name = demoNameOf(client.database ?? '')
    await client.query(`create database ${client.escapeIdentifier(name)} template template0`).catch((error: unknown) => {
      if (codeOf(error) !== '42501') throw error
      throw new StartRefused(
        `This database user may not make the database ${name}. Ask the server's administrator for: ALTER ROLE <the user in DATABASE_URL> CREATEDB;`,
      )
    })
  })
  return demoOf(owner)
}

export async function completeDemo(owner: ClientConfig): Promise<void> {
  await connected(owner, (client) =>
    client.query(`comment on database ${client.escapeIdentifier(demoNameOf(client.database ?? ''))} is ${client.escapeLiteral(mark)}`),
  )
}

/** Drops the database and its role. Returns whether there was one. @throws StartRefused while it is in use. */
export async function dropDemo(owner: ClientConfig): Promise<boolean> {
  return connected(owner, async (client) => {
    const name = demoNameOf(client.database ?? '')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) return false
    await client.query(`drop database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (codeOf(error) !== '55006') throw error
      throw new StartRefused('The demonstration is in use: stop Casebook first.')
    })
    await client.query(`drop role if exists ${client.escapeIdentifier(appRoleOf(name))}`)
    return true
  })
}
