import { expect, test } from 'vitest'
import { Pauses } from './pauses.ts'

test('the pause before the next start grows while what is started keeps ending, up to its longest', () => {
  const pauses = new Pauses(900)
  expect([0, 0, 0, 0].map((lived) => pauses.after(lived))).toEqual([250, 500, 900, 900])
  expect(pauses.after(10_001)).toBe(250)
  expect(pauses.after(9_999)).toBe(500)
})
