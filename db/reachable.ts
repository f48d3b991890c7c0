import { Client, type ClientConfig } from 'pg'
import { StartRefused } from './refusal.ts'

/** @throws StartRefused saying why no connection can be made. */
export async function refuseUnreachable(connection: ClientConfig): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw explained(error as Error & { code?: string }, `${client.host} port ${client.port}`, client.database)
  }
  await client.end()
}

function explained(error: Error & { code?: string }, where: string, database?: string): StartRefused {
  const { code = '', message } = error
  if (code === '3D000')
    return new StartRefused(`The PostgreSQL at ${where} has no database "${database}": make it with createdb, or correct DATABASE_URL.`)
  if (code.startsWith('28')) return new StartRefused(`The PostgreSQL at ${where} refuses the user or password in DATABASE_URL.`)
  if (code.startsWith('57P')) return new StartRefused(`The PostgreSQL at ${where} is starting or stopping: try again in a moment.`)
  return new StartRefused(`No PostgreSQL answers at ${where} (${code || message}): check that it runs and that DATABASE_URL is right.`)
}
