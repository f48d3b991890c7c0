import { createHmac } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { codeOf, StartRefused } from './refusal.ts'

/**
 * The role of the application in one database: it signs in as itself, owns nothing and is a member of nothing. The migrator owns the
 * tables. Roles belong to the server, so the database's name is in it: two installations on one server cannot read each other.
 */
export const appRoleOf = (database: string) => `${database.slice(0, 59)}_app`

/** Derived, so that every start knows it and no second file has to be kept. */
const passwordOf = (role: string, secret: string) => createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

/**
 * Makes the application's role, or gives it the password of this installation. A role that an administrator made is taken as it is.
 * @throws StartRefused when the server lets this user neither make the role nor take it.
 */
export async function makeAppRole(client: Client, secret: string): Promise<void> {
  const name = appRoleOf(client.database ?? '')
  const role = client.escapeIdentifier(name)
  const login = `login password ${client.escapeLiteral(passwordOf(name, secret))}`
  const { rows } = await client.query<{ isMember: boolean }>(
    `select pg_has_role(current_user, oid, 'MEMBER') as "isMember" from pg_roles where rolname = $1`,
    [name],
  )
  try {
    await client.query(`${rows.length === 0 ? 'create' : 'alter'} role ${role} ${login}`)
    await client.query(`grant ${role} to current_user`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    if (!rows[0]?.isMember) throw new StartRefused(adviceOn(role))
  }
}

const adviceOn = (role: string) =>
  `This database user may not create the role ${role}. Ask the server's administrator to let it (ALTER ROLE <the user in DATABASE_URL> CREATEROLE;), or to run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <the user in DATABASE_URL>;`

/** How the application connects, and a sentence for the administrator where that is not as it should be. */
export interface AppConnection {
  connection: ClientConfig
  warning?: string
}

/**
 * The connection of the application's processes: by its own role. Where the server does not let that role sign in by password, the owner
 * signs in and takes the role, which holds against mistakes but not against a statement that lays the role down again.
 */
export async function appConnection(owner: ClientConfig, secret: string): Promise<AppConnection> {
  const role = appRoleOf(new Client(owner).database ?? '')
  const own = { ...owner, user: role, password: passwordOf(role, secret) }
  if (await canSignIn(own)) return { connection: own }
  return {
    connection: { ...owner, options: `-c role=${role}` },
    warning: `The database does not let ${role} sign in by password, so the application signs in as the owner of its tables and takes that role. Let ${role} sign in to separate the two.`,
  }
}

async function canSignIn(connection: ClientConfig): Promise<boolean> {
  const client = new Client(connection)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (String(codeOf(error)).startsWith('28')) return false // the class of refused authorisations
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
