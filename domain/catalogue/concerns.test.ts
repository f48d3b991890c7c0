import { expect, it } from 'vitest'
import { concerns } from './concerns.ts'

const unit = { kind: 'unit', id: 'the-desk' } as const

it.each([
  ['content/units/the-desk/lesson.en.md', 'unknown directive “recrd”', true],
  ['content/translations.yaml', '“content/units/the-desk/lesson.{en,ja}.md” changed in English alone', true],
  ['content/reviews.yaml', '“the-desk” (en) changed since its review of 2026-11-22', true],
  ['content/courses/harbour.yaml', 'no unit “the-desk”', true],
  ['content/units/the-desk-again/lesson.en.md', 'unknown directive “recrd”', false],
  ['content/facts/facts.yaml', '“rentals” has no source', false],
])('a problem in %s (%s) concerns the unit: %s', (file, reason, isSo) => {
  expect(concerns({ file, reason }, unit)).toBe(isSo)
})

it('a course is its file, a case its folder', () => {
  const reason = 'summary: expected'
  expect(concerns({ file: 'content/courses/harbour.yaml', reason }, { kind: 'course', id: 'harbour' })).toBe(true)
  expect(concerns({ file: 'content/courses/harbour-in-brief.yaml', reason }, { kind: 'course', id: 'harbour' })).toBe(false)
  expect(concerns({ file: 'content/cases/harbour/facts.en.yaml', reason }, { kind: 'case', id: 'harbour' })).toBe(true)
})
