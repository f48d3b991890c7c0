import { describe, expect, it } from 'vitest'
import type { LabUnit } from '#domain/catalogue/types'
import { fullFiles } from '#testing/full-content'
import { labFiles } from '#testing/labs/borrowed-badge-files'
import { compileFiles } from './compile.ts'

const course = compileFiles(labFiles()).find(({ id }) => id === 'harbour')
const lab = course?.units.find((unit): unit is LabUnit => unit.kind === 'lab')

describe('a compiled lab', () => {
  it('says which version makes its evidence, and what is enough', () => {
    expect(lab).toMatchObject({ id: 'the-borrowed-badge', version: 1, tasks: 8, masteryScore: 0.7, minutes: 4, attempts: 3 })
  })

  it('holds its record as safe HTML in both languages, with the strokes of its facts', () => {
    expect(lab?.facts).toEqual(['rentals', 'not-indicted'])
    expect(lab?.words.en.debrief.recordHtml).toContain('<a class="by alleged" href="#fact-rentals">')
    expect(lab?.words.ja.debrief.recordHtml).toContain('不起訴')
    expect(Object.keys(course?.facts ?? {})).toEqual(expect.arrayContaining(['rentals', 'not-indicted']))
  })

  it('counts with its minutes in the course', () => {
    const without = compileFiles(fullFiles()).find(({ id }) => id === 'harbour')
    expect((course?.minutes ?? 0) - (without?.minutes ?? 0)).toBe(4)
  })
})
