import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildSources } from './build.ts'
import { fingerprintOf } from './fingerprint.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cb-'))
  mkdirSync(join(root, 'app', 'account'), { recursive: true })
  writeFileSync(join(root, 'app', 'account', 'page.tsx'), 'one')
})

afterEach(() => rmSync(root, { recursive: true }))

test('the fingerprint changes with what the build is made from, and with nothing else', () => {
  const first = fingerprintOf(root, buildSources)
  writeFileSync(join(root, 'app', 'account', 'page.test.tsx'), 'a test')
  writeFileSync(join(root, 'README.md'), 'words')
  expect(fingerprintOf(root, buildSources)).toBe(first)
  writeFileSync(join(root, 'app', 'account', 'page.tsx'), 'two')
  const second = fingerprintOf(root, buildSources)
  expect(second).not.toBe(first)
  writeFileSync(join(root, 'next.config.ts'), 'export default {}')
  expect(fingerprintOf(root, buildSources)).not.toBe(second)
})
