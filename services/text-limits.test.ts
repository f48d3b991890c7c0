import { expect, test } from 'vitest'
import { declaredVerbs } from '#testing/declared-verbs'
import { textFields } from '#testing/text-fields'

const verbs = await declaredVerbs()
const fields = [...verbs].flatMap(([name, { definition }]) =>
  textFields(definition.input).map(({ path, most }) => ({ field: `${name}.${path}`, most })),
)

test('every text that a verb takes has a greatest length', () => {
  expect(fields.length).toBeGreaterThan(150)
  expect(fields.filter(({ most }) => most === null).map(({ field }) => field)).toEqual([])
})
