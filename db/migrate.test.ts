import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { refuseOldServer } from './migrate.ts'

const server = (version: number) => ({ query: async () => ({ rows: [{ version }] }) }) as unknown as Client

test('a PostgreSQL before 15 is refused in one sentence', async () => {
  await expect(refuseOldServer(server(140_023))).rejects.toThrow('This PostgreSQL is version 14; Casebook needs 15 or later.')
})

test('a PostgreSQL from 15 on is taken', async () => {
  await refuseOldServer(server(150_000))
  await refuseOldServer(server(190_001))
})
