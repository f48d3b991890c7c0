import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { contentChanges } from './content-changes.ts'

const root = mkdtempSync(join(tmpdir(), 'casebook-changes-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = join(root, 'units', 'lesson.md')
mkdirSync(join(root, 'units'))
writeFileSync(file, 'one')

it('tells of each change, also when a new file takes the place of the old one again and again', async () => {
  const stop = new AbortController()
  const changes = await contentChanges(stop.signal, root)
  const tells = async (change: () => void) => {
    change()
    expect(await changes.next()).toEqual({ done: false, value: undefined })
  }
  const replace = (text: string) => {
    writeFileSync(`${file}~`, text)
    renameSync(`${file}~`, file)
  }
  await tells(() => writeFileSync(file, 'more'))
  await tells(() => replace('a third'))
  await tells(() => replace('a fourth one'))
  await tells(() => writeFileSync(join(root, 'new.yaml'), 'a: 1'))
  await tells(() => rmSync(file))
  const last = changes.next()
  stop.abort()
  expect(await last).toEqual({ done: true, value: undefined })
})
