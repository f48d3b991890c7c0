import { expect, test } from 'vitest'
import { missingFixtures } from './schema.ts'

const entries = ['0000_all__tables__create', '0001_people__email__drop', '0002_people__phone__add'].map((tag) => ({ tag }))

test('a migration needs data of the schema before it; the last schema may be without', () => {
  const has = (...tags: string[]) => missingFixtures(entries, (tag) => tags.includes(tag))
  expect(has('0000_all__tables__create', '0001_people__email__drop')).toEqual([])
  expect(has('0000_all__tables__create', '0002_people__phone__add')).toEqual([
    expect.stringContaining('no data of 0001_people__email__drop'),
  ])
})
