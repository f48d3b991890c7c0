import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tracksIn } from './read-tracks.ts'

const file = (id: string) => `id: ${id}
title: { en: ${id}, ja: ${id} }
summary: { en: For some., ja: 一部の人に。 }
courses: [first, second]
minutes: { about: 30, within: 0.15 }
`

it('are read from the files of their folder, by name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'casebook-tracks-'))
  await writeFile(path.join(folder, 'second.yaml'), file('second'))
  await writeFile(path.join(folder, 'first.yaml'), file('first'))
  await writeFile(path.join(folder, 'notes.txt'), 'not a track')
  expect(await tracksIn(folder)).toEqual(
    ['first', 'second'].map((id) => ({
      id,
      title: { en: id, ja: id },
      summary: { en: 'For some.', ja: '一部の人に。' },
      courses: ['first', 'second'],
    })),
  )
})

it('are none where there is no folder', async () => {
  expect(await tracksIn(path.join(tmpdir(), 'no-such-folder'))).toEqual([])
})
