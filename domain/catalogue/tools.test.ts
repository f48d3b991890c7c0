import { describe, expect, it } from 'vitest'
import { changed, problemLines } from '#testing/content'
import { contentOf, fullFiles, fullPaths } from '#testing/full-content'
import { impactOf } from './impact.ts'
import { findAlike } from './similar.ts'
import { warn } from './warn.ts'
import { countFullLessons } from './warn-whole.ts'

describe('warn', () => {
  it('says nothing of the sample', () => expect(warn(contentOf())).toEqual([]))

  it('finds an English sentence of more than 35 words', () => {
    const long = `${'word '.repeat(35)}end.`
    const files = changed(fullPaths.en, 'A point.', `Short. ${long}`, fullFiles())
    expect(warn(contentOf(files))).toEqual([{ file: fullPaths.en, line: 38, reason: 'a sentence of 36 words; at most 35 read easily' }])
    expect(warn(contentOf(changed(fullPaths.en, 'A point.', `${'word '.repeat(34)}end.`, fullFiles())))).toEqual([])
  })

  it('finds a Japanese passage heavy with kanji', () => {
    const heavy = '情報漏洩防止対策実施状況定期点検結果報告書作成要領。'.repeat(3)
    const [found] = warn(
      contentOf(changed(fullPaths.sentencesJa, '港湾工業は、アクセスを見つけたと発表しました。', `${heavy}発表。`, fullFiles())),
    )
    expect(found).toMatchObject({ file: fullPaths.sentencesJa, line: 1, reason: expect.stringContaining('100 % of this passage is kanji') })
  })
})

describe('warnings of what is not whole', () => {
  const reasons = (files = fullFiles()) => warn(contentOf(files)).map(({ file, reason }) => `${file}: ${reason}`)

  it('name a summary of other than three sentences, quotations counted as part of theirs', () => {
    expect(reasons(changed(fullPaths.en, 'Look. Ask. Write.', 'Look. Ask.', fullFiles()))).toEqual([
      `${fullPaths.en}: a summary of 2 sentences, not 3`,
    ])
    expect(reasons(changed(fullPaths.ja, '尋ねます。', '「いつ？」「どこ？」と尋ねます。', fullFiles()))).toEqual([])
  })

  it('name a lesson that takes other than five to eight minutes, but not one of a short edition for being short', () => {
    const short = 'a lesson of 1.9 minutes; one takes 5 to 8, unless a short edition holds it'
    const emptied = changed(fullPaths.en, 'A standfirst.', 'Words.', shortened())
    expect(reasons(emptied)).toEqual([])
    emptied.delete(fullPaths.edition)
    expect(reasons(emptied)).toEqual([`${fullPaths.en}: ${short}`])
    expect(countFullLessons(contentOf())).toBe(1)
    expect(countFullLessons(contentOf(emptied))).toBe(0)
  })

  it('name a fact that nothing uses', () => {
    const files = changed(fullPaths.dossier, '[access-found, rentals]', '[rentals]', fullFiles())
    files.set(fullPaths.dossier, (files.get(fullPaths.dossier) ?? '').replace(/links:[\s\S]*/u, ''))
    expect(reasons(files)).toEqual(['content/facts/facts.yaml: nothing uses “access-found”'])
  })
})

/** The whole sample without its activities and figures but one. */
function shortened() {
  const files = fullFiles()
  for (const file of [fullPaths.en, fullPaths.ja])
    files.set(file, (files.get(file) ?? '').replace(/:::(sort|spot|walk|figure\{id=(in-parts|side|three|one))[\s\S]*?\n:::\n/gu, ''))
  files.set(fullPaths.figures, (files.get(fullPaths.figures) ?? '').replace(/- id: in-parts[\s\S]*/u, ''))
  return files
}

describe('near-duplicates', () => {
  it('are found across quizzes, with the quiz of the other', () => {
    const file = 'content/units/the-short-quiz/questions.en.yaml'
    const lines = problemLines(changed(file, 'Who signs?', 'Which source do you ask?', fullFiles()))
    expect(lines.join('\n')).toContain('“short-one” asks nearly the same as “one” of the-quiz')
  })

  it('are each told once, with the first they are like', () => {
    expect(findAlike(['the same words', 'others altogether', 'the same words!', 'the same words?'], 0.8)).toEqual([
      [2, 0],
      [3, 0],
    ])
  })
})

describe('impactOf', () => {
  it('lists everything that rests on a fact', () => {
    const places = impactOf(contentOf(), 'rentals')?.map(({ file, what }) => `${file.replace('content/', '')} ${what}`)
    expect(places).toEqual([
      'facts/facts.yaml the fact itself',
      'facts/notes.ja.yaml its margin note',
      'units/the-desk/lesson.en.md record',
      'units/the-desk/lesson.en.md figure “line”',
      'units/the-desk/lesson.en.md figure “three-lanes”',
      'units/the-desk/lesson.ja.md record',
      'units/the-desk/lesson.ja.md figure “line”',
      'units/the-desk/lesson.ja.md figure “three-lanes”',
      'units/the-desk/figures.yaml data of figure “line”',
      'units/the-desk/figures.yaml data of figure “three-lanes”',
      'units/the-quiz/questions.en.yaml question “match”',
      'units/the-quiz/questions.ja.yaml question “match”',
      'cases/harbour/dossier.yaml dossier, what-is-known',
      'cases/harbour/dossier.yaml timeline of the dossier',
      'cases/harbour/facts.en.yaml sentence of the dossier',
      'cases/harbour/facts.ja.yaml sentence of the dossier',
    ])
  })

  it('knows no fact that is not in the ledger', () => expect(impactOf(contentOf(), 'no-such')).toBeNull())
})
