import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadContent } from '#services/catalogue/compile'
import { fullFiles } from '#testing/full-content'
import { compiledContent } from './content.ts'

let root = ''
const kept = () => join(root, '.next', 'content.json')
const idsOf = async () => (await compiledContent(root)).map(({ id }) => id)

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cb-'))
  for (const [path, text] of fullFiles()) write(path, text)
})

afterEach(() => rmSync(root, { recursive: true }))

test('content is compiled once, and again when a text or the code changes', async () => {
  const ids = await idsOf()
  expect(ids.length).toBeGreaterThan(0)

  const { fingerprint } = JSON.parse(readFileSync(kept(), 'utf8'))
  writeFileSync(kept(), JSON.stringify({ fingerprint, versions: [{ id: 'as-kept' }] }))
  expect(await idsOf()).toEqual(['as-kept'])

  write('domain/catalogue/check.ts', '// another rule')
  expect(await idsOf()).toEqual(ids)

  writeFileSync(kept(), '{"fingerprint":')
  expect(await idsOf()).toEqual(ids)
})

test('content with a mistake is refused, and refused again', async () => {
  const [course = ''] = [...fullFiles().keys()].filter((path) => path.startsWith('content/courses/'))
  write(course, 'id: [')
  await expect(compiledContent(root)).rejects.toThrow(BadContent)
  await expect(compiledContent(root)).rejects.toThrow(BadContent)
})
