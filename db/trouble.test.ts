import { createServer } from 'node:net'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { openDatabase } from './client.ts'
import { troubleOf } from './trouble.ts'

const ofServer = (code: string) => Object.assign(new Error('of the server'), { severity: 'ERROR', code })
const ofSystem = (code: string, syscall: string) => Object.assign(new Error('of the system'), { code, syscall })

describe('what is the matter with the database', () => {
  test.each([
    ['53100', 'full'],
    ['25006', 'read_only'],
    ['53300', 'busy'],
    ['57014', 'busy'],
    ['55P03', 'busy'],
    ['40P01', 'busy'],
    ['57P01', 'unreachable'],
    ['57P03', 'unreachable'],
    ['08006', 'unreachable'],
    ['3D000', 'unreachable'],
    ['23505', null],
    ['22P02', null],
    ['42501', null],
  ])('%s means %s, also as the cause of another error', (code, trouble) => {
    expect(troubleOf(ofServer(code))).toBe(trouble)
    expect(troubleOf(new Error('Failed query', { cause: ofServer(code) }))).toBe(trouble)
  })

  test('of a disk that cannot be written is told by its words, for it has the code of a missing right', () => {
    const message = 'could not open file "base/16384/2619": Read-only file system'
    expect(troubleOf(Object.assign(ofServer('42501'), { message }))).toBe('read_only')
  })

  test('is told from trouble with a file or a number that looks like a code', () => {
    expect(troubleOf(ofSystem('ENOENT', 'connect'))).toBe('unreachable')
    expect(troubleOf(ofSystem('ENOENT', 'open'))).toBeNull()
    expect(troubleOf(Object.assign(new Error('550'), { code: '53100' }))).toBeNull()
    expect(troubleOf('53100')).toBeNull()
  })
})

test('what the driver throws when nobody answers, and when one answers with silence, is understood', async () => {
  const refusing = openDatabase({ host: '/nowhere', port: 5432 })
  expect(troubleOf(await refusing.execute('select 1').catch((error: unknown) => error))).toBe('unreachable')
  const silent = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const { port } = silent.address() as { port: number }
  const client = new Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 })
  expect(troubleOf(await client.connect().catch((error: unknown) => error))).toBe('unreachable')
  const pool = openDatabase({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 })
  expect(troubleOf(await pool.transaction(async () => 1).catch((error: unknown) => error))).toBe('unreachable')
  await Promise.all([refusing.$client.end(), pool.$client.end()])
  silent.close()
})
