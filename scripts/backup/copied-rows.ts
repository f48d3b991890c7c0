import type { ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { fullName, identifier } from '#db/backup/inventory'
import type { Table } from '#db/backup/manifest'
import { readBackup } from '#db/backup/read-backup'
import { copySettings } from '#db/backup/write-backup'
import { connected } from '#db/client'

/** Rows as the text of `COPY`, sorted: the same text for the same values, whichever server wrote it. */

/** Every row that a backup holds, by table. */
export async function rowsInBackup(file: string): Promise<Map<string, string[]>> {
  const texts = new Map<string, string>()
  const decoders = new Map<string, TextDecoder>()
  for await (const { table, rows } of readBackup(file)) {
    const name = fullName(table)
    const decoder = decoders.get(name) ?? new TextDecoder()
    decoders.set(name, decoder) // a piece may end within a letter
    texts.set(name, (texts.get(name) ?? '') + decoder.decode(rows, { stream: true }))
  }
  return new Map([...texts].map(([name, text]) => [name, linesOf(text)]))
}

/** What a database holds of the given columns of a table. */
export function rowsOf(connection: ClientConfig, table: Pick<Table, 'schema' | 'name' | 'columns'>): Promise<string[]> {
  return connected(connection, async (client) => {
    await client.query(`begin; ${copySettings}`)
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const chunks = await client.query(copyTo(`copy (select ${columns} from ${identifier(client, table)}) to stdout`)).toArray()
    return linesOf(Buffer.concat(chunks as Buffer[]).toString())
  })
}

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1).sort()
