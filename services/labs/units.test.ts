import { describe, expect, it } from 'vitest'
import type { Language } from '#domain/catalogue/types'
import { labs } from '#domain/labs/registry'
import en from '#messages/en'
import { borrowedBadge } from '#testing/labs/borrowed-badge'
import { amountIn, unitIn } from './units.ts'

const told = (language: Language, number: number, unit: string) =>
  amountIn(language, number, unitIn(language, { unit }, { unit: 'readings' }))

describe('a number with its unit', () => {
  it.each<[string, Language, number, string]>([
    // A day is one of a calendar here, not a length of time.
    ['day 1', 'en', 1, 'day'],
    ['day 1,078', 'en', 1078, 'day'],
    ['0 files', 'en', 0, 'files'],
    ['1 file', 'en', 1, 'files'],
    ['1,200 files', 'en', 1200, 'files'],
    ['1 minute', 'en', 1, 'minutes'],
    ['1日目', 'ja', 1, 'day'],
    ['78日目', 'ja', 78, 'day'],
    ['1,200件', 'ja', 1200, 'files'],
    ['42分', 'ja', 42, 'minutes'],
    // A unit of one lab alone is told in that lab's words.
    ['3 readings', 'en', 3, 'readings'],
  ])('is “%s”', (words, language, number, unit) => {
    expect(told(language, number, unit)).toBe(words)
  })

  it('has both its forms for whatever the labs of the product ask for', () => {
    const units = labs
      .flatMap(({ id, tasks }) => (id === borrowedBadge.id ? [] : tasks))
      .flatMap((task) => (task.kind === 'number' ? [task.unit] : []))
    expect([...new Set(units)].sort()).toEqual(Object.keys(en.lab.unit).sort())
  })
})
