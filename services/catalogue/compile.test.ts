import { describe, expect, it } from 'vitest'
import type { Block, LessonUnit, QuizUnit } from '#domain/catalogue/types'
import { changed, sampleFiles, samplePaths } from '#testing/content'
import { fullFiles } from '#testing/full-content'
import { BadContent, compileFiles } from './compile.ts'
import { dateInWords } from './notes.ts'

const [course] = compileFiles(sampleFiles())
if (!course) throw new Error('the sample has a course')
const lesson = course.units.find((unit): unit is LessonUnit => unit.kind === 'lesson')
const quiz = course.units.find((unit): unit is QuizUnit => unit.kind === 'quiz')
const blocks = (language: 'en' | 'ja') => lesson?.parts[language].flatMap((part) => part.blocks) ?? []
const first = <Kind extends Block['kind']>(kind: Kind, language: 'en' | 'ja' = 'en') =>
  blocks(language).find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)

describe('a compiled lesson', () => {
  it('draws the stroke of each fact under the attributing words and numbers it', () => {
    expect(first('record')?.html).toBe(
      '<p><a class="by alleged" href="#fact-rentals">Police <span class="nowrap">allege<sup>1</sup></span></a> that a man rented servers. Prosecutors, ' +
        '<a class="by reported" href="#fact-not-indicted">newspapers <span class="nowrap">reported<sup>2</sup></span></a>, decided not to indict him.</p>',
    )
    expect(blocks('en').filter(({ kind }) => kind === 'record')[1]).toMatchObject({ html: expect.stringContaining('class="by own"') })
  })

  it('joins the lines of a Japanese paragraph without a space', () => {
    expect(first('record', 'ja')?.html).toContain('とみています。検察は')
  })

  it('keeps clock times in running text, and takes them from consequences', () => {
    expect(first('moment')).toMatchObject({ name: 'Nao Sato', role: 'sign-up desk', html: expect.stringContaining('16:20') })
    expect(first('decision')?.choices).toEqual([
      {
        id: '1',
        html: '<strong>Wait.</strong> It costs a day.',
        consequences: [
          { time: '16:24', html: 'The letter comes back.' },
          { time: null, html: 'A letter asks something new.' },
        ],
      },
      { id: '2', html: '<strong>Send the code.</strong>', consequences: [{ time: null, html: 'It asks nothing new.' }] },
    ])
  })

  it('escapes what looks like a tag in text', () => {
    const [changedCourse] = compileFiles(changed(samplePaths.en, 'A point.', 'A point &lt;script> & more.'))
    expect(JSON.stringify(changedCourse)).toContain('A point &#x3C;script> &#x26; more.')
  })

  it('counts its minutes and lists its decisions', () => {
    expect(lesson).toMatchObject({ minutes: 2, decisions: ['letter'], facts: ['rentals', 'not-indicted', 'audit-register'] })
    expect(course.minutes).toBeGreaterThanOrEqual(lesson?.minutes ?? 0)
    expect(Math.abs(course.minutes - (lesson?.minutes ?? 0) - (quiz?.minutes ?? 0))).toBeLessThanOrEqual(1)
  })
})

describe('compiled activities', () => {
  const [full] = compileFiles(fullFiles())
  const unit = full?.units.find((each): each is LessonUnit => each.kind === 'lesson')
  const find = (kind: Block['kind'], language: 'en' | 'ja') =>
    unit?.parts[language].flatMap((part) => part.blocks).find((block) => block.kind === kind)

  it('mixes the things of a sort, alike in both languages, and keeps where each belongs', () => {
    const [en, ja] = [find('sort', 'en'), find('sort', 'ja')]
    if (en?.kind !== 'sort' || ja?.kind !== 'sort') throw new Error('the sample has a sort')
    expect(en.targets).toEqual([
      { id: '1', label: 'Known' },
      { id: '2', label: 'Heard' },
    ])
    expect(en.things.map(({ id }) => id)).toEqual(['t1', 't2', 't3'])
    expect(en.things.map(({ id, target }) => [id, target])).toEqual(ja.things.map(({ id, target }) => [id, target]))
    expect(en.things.find(({ html }) => html === 'What the neighbour heard.')).toMatchObject({
      target: '2',
      whyHtml: 'Nobody can ask the one who said it.',
    })
  })

  it('shows the rows of a spot in the order of their first cells', () => {
    expect(find('spot', 'en')).toMatchObject({
      columns: ['Time', 'Computer', 'Sent'],
      things: [
        { cells: ['01:05', 'door-02', '1 kB'], target: '2' },
        { cells: ['02:10', 'drawing-07', '48 kB'], target: '1' },
        { cells: ['02:30', 'backup-01', '90 MB'], target: '2' },
      ],
    })
  })

  it('takes the time of a step from its bold words', () => {
    const steps = { en: ['Day 1', 'Day 9'], ja: ['1日目', '9日目'] }
    for (const language of ['en', 'ja'] as const)
      expect(find('walk', language)).toMatchObject({ steps: steps[language].map((time, index) => ({ id: String(index + 1), time })) })
    expect(find('walk', 'en')).toMatchObject({ steps: [{ html: 'A light blinks.', whyHtml: 'It told that the disk is full.' }, {}] })
  })

  it('counts each as something to do, a minute long', () => {
    expect(unit?.decisions).toEqual(['letter', 'known-or-heard', 'night-lines', 'two-days'])
    expect(unit?.minutes).toBe(8)
  })
})

describe('a compiled quiz', () => {
  it('holds the words of both languages and the key in the form of its kind', () => {
    expect(quiz?.questions.slice(0, 4).map(({ kind, correct }) => [kind, correct])).toEqual([
      ['one-choice', ['a']],
      ['several-choices', ['a', 'b']],
      ['order', ['a', 'b', 'c']],
      ['match', { a: 'x', b: 'y' }],
    ])
    expect(quiz?.questions[0]?.prompt).toEqual({ en: 'Which source do you ask?', ja: 'どの情報源に尋ねますか。' })
  })
})

describe('a course version', () => {
  it('has the same hash for the same content, and another for any change', () => {
    expect(compileFiles(sampleFiles())[0]?.hash).toBe(course.hash)
    const [other] = compileFiles(changed(samplePaths.ja, '一点。', '要点。'))
    expect(other?.hash).not.toBe(course.hash)
    expect(other?.units.map(({ hash }) => hash)[1]).toBe(quiz?.hash)
  })

  it('carries a note for each fact, never a headline', () => {
    expect(course.facts.rentals).toEqual({
      id: 'rentals',
      status: 'official-allegation',
      isOwnReading: false,
      whoSays: { en: 'Harbour police', ja: '港の警察' },
      source: { en: 'The Gazette, 2 April 2019', ja: '港新聞、2019年4月2日' },
      confidence: 'high',
    })
    expect(JSON.stringify(course)).not.toContain('A headline')
    expect(course.facts['audit-register']?.isOwnReading).toBe(true)
  })

  it('is refused with a line for each problem', () => {
    const files = changed(samplePaths.en, '**weight**', '*weight*')
    expect(() => compileFiles(files)).toThrow(BadContent)
    expect(() => compileFiles(files)).toThrow(/^content\/units\/the-desk\/lesson\.en\.md:36: there are no italics: use \*\*bold\*\*$/mu)
  })
})

it('writes the dates of sources in words', () => {
  expect(['2021-04-20', '2020-02', '2016', 'n.d.'].map(dateInWords)).toEqual(['20 April 2021', 'February 2020', '2016', ''])
})
