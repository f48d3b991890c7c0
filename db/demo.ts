import { Client, type ClientConfig } from 'pg'
import { addressOf, owner as demoOwner } from '#domain/demo/organisation'
import { appRoleOf } from './app-role.ts'
import { connected } from './client.ts'
import { codeOf, StartRefused } from './refusal.ts'

/** The made-up organisation lives in a database of its own, beside that of the installation. */
export const demoNameOf = (database: string): string => `${database.slice(0, 50)}_demo`
export const demoOf = <T extends ClientConfig>(connection: T): T => ({
  ...connection,
  database: demoNameOf(new Client(connection).database ?? ''),
})

/** Written on the database as a comment: only what bears one of these is ours to drop. */
const marks = { unfinished: 'The demonstration of Casebook, being made.', complete: 'The demonstration of Casebook, complete.' }

/** `foreign`: a database of that name which no Casebook made for a demonstration. */
export type DemoState = 'none' | keyof typeof marks | 'foreign'

/** In SQL, so that whoever is connected to the installation's database can ask too; the parameter is the name. */
export const demoStateQuery = `select case when comment = '${marks.unfinished}' then 'unfinished' when starts_with(comment, '${marks.complete}') then 'complete'
  else 'foreign' end as state, comment from (select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1) found`

/** @param owner how the owner of the installation's database connects. */
export async function demoState(owner: ClientConfig): Promise<DemoState> {
  return (await connected(owner, find)).state
}

async function find(client: Client): Promise<{ state: DemoState; comment: string | null }> {
  const { rows } = await client.query<{ state: DemoState; comment: string | null }>(demoStateQuery, [demoNameOf(client.database ?? '')])
  return rows[0] ?? { state: 'none', comment: null }
}

/** What was asked for when a demonstration was made. */
export interface DemoSize {
  people: number
  seed: number
}

/** The size of a complete demonstration. One of an earlier version does not bear it: its people are counted, and nobody knows the seed. */
export async function demoSize(owner: ClientConfig): Promise<Pick<DemoSize, 'people'> & Partial<DemoSize>> {
  const { comment } = await connected(owner, find)
  const [people, seed] = comment?.slice(marks.complete.length).match(/-?\d+/g) ?? []
  if (people && seed) return { people: Number(people), seed: Number(seed) }
  return connected(demoOf(owner), async (client) => {
    const { rows } = await client.query<{ people: number }>('select count(*)::int as people from people')
    return { people: rows[0]?.people ?? 0 }
  })
}

/**
 * Makes the empty database, in place of one whose making was broken off.
 * @throws StartRefused when the server forbids it, or a database of that name is not ours.
 */
export async function createDemo(owner: ClientConfig): Promise<ClientConfig> {
  await connected(owner, refuseWithoutRight)
  await dropDemo(owner)
  await connected(owner, async (client) => {
    await client.query(`create database ${client.escapeIdentifier(demoNameOf(client.database ?? ''))} template template0`)
    await mark(client, marks.unfinished)
  })
  return demoOf(owner)
}

/** Asked before anything is dropped: what cannot be made again is kept. */
async function refuseWithoutRight(client: Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>('select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user')
  if (rows[0]?.may) return
  throw new StartRefused(
    `This database user may not make the database ${demoNameOf(client.database ?? '')}. Ask the server's administrator for: ALTER ROLE <the user in DATABASE_URL> CREATEDB;`,
  )
}

const mark = (client: Client, text: string) =>
  client.query(`comment on database ${client.escapeIdentifier(demoNameOf(client.database ?? ''))} is ${client.escapeLiteral(text)}`)

export async function completeDemo(owner: ClientConfig, { people, seed }: DemoSize): Promise<void> {
  await connected(owner, (client) => mark(client, `${marks.complete} ${people} people, seed ${seed}.`))
}

/** Drops the database and its role. Returns whether there was one. @throws StartRefused while it is in use, or when it is not ours. */
export async function dropDemo(owner: ClientConfig): Promise<boolean> {
  return connected(owner, async (client) => {
    const name = demoNameOf(client.database ?? '')
    const { state } = await find(client)
    if (state === 'none') return false
    if (state === 'foreign' && !(await isEarlier(owner))) throw notOurs(client.escapeIdentifier(name))
    await client.query(`drop database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (codeOf(error) !== '55006') throw error
      throw new StartRefused('The demonstration is in use: stop Casebook first.')
    })
    await client.query(`drop role if exists ${client.escapeIdentifier(appRoleOf(name))}`)
    return true
  })
}

/** The name stands once, in the statements: a log leaves out what is quoted. */
const notOurs = (name: string) =>
  new StartRefused(
    `A database with the name of the demonstration bears no mark of Casebook and is left alone. Rename it or, if nobody needs it, drop it by hand: DROP DATABASE ${name};`,
  )

/**
 * Earlier versions marked their demonstration only once it was complete. One that was broken off is known by its owner, who comes first and
 * has an address that no real organisation can have. What cannot be asked is not ours.
 */
async function isEarlier(owner: ClientConfig): Promise<boolean> {
  const ask = (client: Client) => client.query('select from people where email = $1', [addressOf(demoOwner.account)])
  return connected(demoOf(owner), ask).then(
    ({ rowCount }) => rowCount === 1,
    () => false,
  )
}
