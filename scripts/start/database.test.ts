import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startBundled } from '#db/embedded'
import { readEnvironment } from '#db/environment'
import { openDatabaseServer } from './database.ts'

const base = mkdtempSync(join(tmpdir(), 'cb-'))
chmodSync(base, 0o755)
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(base, { recursive: true })
})

test('says when a server that outlived an earlier start takes too few connections', async () => {
  const warned: string[] = []
  vi.spyOn(console, 'warn').mockImplementation((sentence) => void warned.push(sentence))
  const dataDir = join(base, 'data')
  const settings = readEnvironment({ CASEBOOK_DATA: dataDir, CASEBOOK_PROCESSES: '14' })
  for (const processes of [14, 13]) {
    await startBundled(dataDir, { durable: false, warn: () => undefined, processes })
    await openDatabaseServer(settings).then(({ stop }) => stop())
  }
  expect(warned).toEqual([expect.stringMatching(/takes 131 connections; 14 processes may need 138\. Stop Casebook and start it again\.$/)])
})
