import { describe, expect, it } from 'vitest'
import { changed, samplePaths } from '#testing/content'
import { fullFiles } from '#testing/full-content'
import { sidesOf } from './sides.ts'
import { confirmPair, findUpkeep, reviewsFile, signReview, translationsFile } from './upkeep.ts'

const { en, ja, figures } = samplePaths
const confirmed = (file: string) => fullFiles().set(translationsFile, confirmPair(fullFiles(), file))
const reasons = (of: { reason: string }[]) => of.map(({ reason }) => reason)

describe('two languages', () => {
  it('are as they were found equal until one changes', () => {
    expect(findUpkeep(confirmed(en))).toMatchObject({ problems: [], warnings: [], confirmed: 1, pairs: sidesOf(fullFiles()).size })
    const english = findUpkeep(changed(en, 'A point.', 'Another point.', confirmed(en)))
    expect(reasons(english.problems)).toEqual(['“content/units/the-desk/lesson.{en,ja}.md” changed in English alone'])
    expect(reasons(findUpkeep(changed(ja, '一点。', '要点。', confirmed(ja))).problems)).toEqual([
      '“content/units/the-desk/lesson.{en,ja}.md” changed in Japanese alone',
    ])
  })

  it('are to be read again when both changed', () => {
    const both = changed(ja, '一点。', '要点。', changed(en, 'A point.', 'Another point.', confirmed(en)))
    expect(findUpkeep(both)).toMatchObject({ problems: [], warnings: [{ file: translationsFile, line: 3 }] })
  })

  it('may stand in one file, and what is in neither language is no change', () => {
    const marked = () => confirmed(figures)
    expect(findUpkeep(changed(figures, 'value: 9.5', 'value: 8.5', marked())).problems).toEqual([])
    expect(reasons(findUpkeep(changed(figures, 'en: Spring', 'en: Early', marked())).problems)).toEqual([
      `“${figures}” changed in English alone`,
    ])
  })

  it('are confirmed one pair at a time, and only where there are two', () => {
    const files = confirmed(en)
    files.set(translationsFile, confirmPair(files, figures))
    expect(findUpkeep(files)).toMatchObject({ problems: [], confirmed: 2 })
    expect(() => confirmPair(fullFiles(), 'content/facts/facts.yaml')).toThrow('no texts in two languages')
    const half = fullFiles()
    half.delete(ja)
    expect(() => confirmPair(half, en)).toThrow('one language only')
  })
})

describe('a review', () => {
  const review = { unit: 'the-desk', language: 'ja' as const, on: '2026-11-20', by: 'Nao' }
  const reviewed = () => fullFiles().set(reviewsFile, signReview(fullFiles(), review))

  it('goes stale with the text of its language, or the data beside it, and with nothing else', () => {
    expect(findUpkeep(reviewed())).toMatchObject({ problems: [], warnings: [] })
    expect(findUpkeep(changed(en, 'A point.', 'Another point.', reviewed())).warnings).toEqual([])
    const stale = ['“the-desk” (ja) changed since its review of 2026-11-20']
    expect(reasons(findUpkeep(changed(ja, '一点。', '要点。', reviewed())).warnings)).toEqual(stale)
    expect(reasons(findUpkeep(changed(figures, 'value: 9.5', 'value: 8.5', reviewed())).warnings)).toEqual(stale)
    expect(findUpkeep(changed(figures, 'en: Spring', 'en: Early', reviewed())).warnings).toEqual([])
  })

  it('takes the place of an earlier one, and is of a unit that exists', () => {
    const again = reviewed()
    again.set(reviewsFile, signReview(again, { ...review, on: '2026-11-21' }))
    expect(again.get(reviewsFile)?.match(/unit: the-desk/gu)).toHaveLength(1)
    expect(() => signReview(fullFiles(), { ...review, unit: 'no-such' })).toThrow('no unit “no-such”')
    const gone = reviewed().set(reviewsFile, (reviewed().get(reviewsFile) ?? '').replace('the-desk', 'the-attic'))
    expect(reasons(findUpkeep(gone).problems)).toEqual(['no unit “the-attic”'])
  })
})
