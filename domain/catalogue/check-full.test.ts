import { describe, expect, it } from 'vitest'
import { changed, problemLines } from '#testing/content'
import { fullFiles, fullPaths } from '#testing/full-content'
import { mixed } from './mixed.ts'

const { en, ja, figures, people, course, edition, shortQuiz, quiz, dossier, sentencesEn, sentencesJa, mappings, glossary, track } =
  fullPaths
const lineOf = (file: string, words: string) => {
  const lines = fullFiles().get(file)?.split('\n') ?? []
  return lines.findIndex((line) => line.includes(words)) + 1
}

/** file, words, what they are replaced with, words on the line at fault (of the file before), part of the reason. */
type Case = [file: string, from: string, to: string, at: string, reason: string]

const activities: Record<string, Case> = {
  'a thing without its reason': [
    en,
    '    > Two people signed it.\n',
    '',
    'A signed delivery note',
    'a thing is one paragraph, then its reason',
  ],
  'a place that is not bold': [en, '- **Heard**', '- Heard', '**Heard**', 'a place is its bold word'],
  'a sort with one place': [en, '- **Heard**\n', '', ':::sort', 'at least two places'],
  'a sort without its question': [en, 'Known, or heard?\n', '', ':::sort', 'one paragraph and one list'],
  'columns without a division': [en, 'Time | Computer | Sent', 'Time', 'Time | Computer', 'divided by'],
  'a row with too few cells': [en, '02:10 | drawing-07 | 48 kB', '02:10 | drawing-07', '02:10', '2 cells, the columns are 3'],
  'a row with more than words': [en, 'drawing-07', '**drawing-07**', '02:10', 'words only'],
  'a step without its time': [en, '**Day 9.** ', '', 'Day 9', 'begins with a bold time'],
  'a step at the time of another': [en, '**Day 9.**', '**Day 1.**', ':::walk', 'comes twice to “Day 1”'],
  'attribution in a thing': [en, 'A reading of', ':by[A reading]{fact=rentals} of', 'A reading', ':by stands only in a record'],
  'a real organisation in a thing': [en, 'A signed delivery note', 'A note of Harbour Works', 'A signed delivery', '“Harbour Works”'],
  'the authorities in the reason of a row': [en, 'Nobody draws at night', 'The police draw at night', 'Nobody draws', '“police”'],
  'the authorities in a Japanese step': [ja, '灯りが点滅', '警察の灯りが点滅', '灯りが点滅', '“警察”'],
  'two blocks with one id': [en, ':::walk{id=two-days}', ':::walk{id=letter}', '---', 'names two blocks'],
  'languages with different places': [ja, '- **聞いたこと**\n', '', ':::sort', 'differs from'],
  'languages with different steps': [
    ja,
    '- **9日目。** 灯りは消えています。\n\n  > もう何も分かりません。\n',
    '',
    ':::walk',
    'differs from content/units/the-desk/lesson.en.md',
  ],
}

const drawings: Record<string, Case> = {
  'parts that do not add up': [figures, 'value: 4', 'value: 5', 'total:', 'add up to 8, not 7'],
  'a part that stands twice': [figures, 'id: drivers', 'id: guests', 'id: drivers', 'stands twice'],
  'an amount below nothing': [figures, 'value: 9.5', 'value: -1', 'id: autumn', 'value'],
  'a span outside the scale': [figures, 'start: 2021-10,', 'start: 2022-10,', 'kind: told', 'is not between'],
  'a span that ends before it begins': [
    figures,
    'start: 2016-09, end: 2017-04',
    'start: 2016-09, end: 2016-04',
    'kind: unseen',
    'ends before',
  ],
  'a lane with a fact of its own': [
    figures,
    '      facts: [rentals]',
    '      facts: [access-found]',
    '      facts: [rentals]',
    'not among the figure',
  ],
  'a state that is none': [figures, 'state: untouched', 'state: safe', 'id: west', 'state'],
  'a real organisation in a label': [figures, 'en: East', 'en: Harbour Works', 'id: east', '“Harbour Works”'],
  'an outcome without its words': [figures, 'a decision not to indict him', 'an end', 'Police allege rentals', 'must hold /not to indict/'],
}

const courses: Record<string, Case> = {
  'an edition of nothing': [edition, 'of: harbour,', 'of: port,', 'edition:', 'no full course “port”'],
  'an edition of an edition': [edition, 'of: harbour,', 'of: harbour-short,', 'edition:', 'no full course'],
  'a short edition with two quizzes': [
    edition,
    'the-desk, the-short-quiz',
    'the-quiz, the-short-quiz',
    'units:',
    'one lesson, then one quiz',
  ],
  'a short edition with a long quiz': [shortQuiz, 'draw: 5', 'draw: 4', 'no line', 'asks 5 questions, not 4'],
  'an objective in other words': [
    edition,
    'en: Check first.',
    'en: Check at last.',
    'Check first',
    'has other words in content/courses/harbour.yaml',
  ],
  'a Monday that tells the case': [course, 'en: Ask once.', 'en: Ask Harbour Works.', 'Ask once', '“Harbour Works”'],
  'a Monday of two sentences': [course, '  - { en: Look once., ja: 一度見る。 }\n', '', 'en: Look once', 'monday'],
  'forms that share a question': [course, 'after: [when]', 'after: [who]', 'forms:', 'stands in both forms'],
  'forms of different difficulty': [
    quiz,
    'id: when, kind: one-choice, difficulty: 1',
    'id: when, kind: one-choice, difficulty: 3',
    'no line',
    '“when” is not like “who” in difficulty',
  ],
  'forms of different kinds': [
    quiz,
    'id: when, kind: one-choice',
    'id: when, kind: several-choices',
    'no line',
    'is not like “who” in kind',
  ],
  'a form with an unknown question': [course, 'before: [who]', 'before: [none-such]', 'forms:', 'no question “none-such”'],
  'a form that asks an objective twice': [course, 'before: [who]', 'before: [who, one]', 'forms:', 'asked 2 times'],
}

const around: Record<string, Case> = {
  'a track of an unknown course': [track, 'harbour-short]', 'port]', 'courses:', 'no course “port”'],
  'a track that takes longer than it says': [track, 'about: 11', 'about: 7', 'minutes:', 'not about 7 (within 15 %)'],
  'a track that tells the case': [track, 'en: For everybody.', 'en: For Harbour Works.', 'summary', '“Harbour Works”'],
  'an objective without controls': [mappings, 'check-first:', 'check-last:', 'check-first', 'no controls for the objective “check-first”'],
  'controls of no objective': [mappings, 'check-first:', 'check-last:', 'nist-800-53', 'no course has the objective'],
  'a control in another form': [mappings, 'PR.AA-02', 'PR-AA-2', 'nist-csf', 'an id is written like PR.AA-02'],
  'a framework that is unknown': [mappings, '  cis:', '  csi:', 'nist-800-53', 'csi'],
  'a control that stands twice': [mappings, '["6.1"]', '["6.1", "6.1"]', 'cis:', 'stands twice'],
  'a role that tells the case': [people, 'sign-up desk', 'sign-up desk of Harbour Works', 'sign-up desk', '“Harbour Works”'],
  'a term with two words': [glossary, 'en: outcome', 'en: Referral', 'id: outcome', 'stands twice'],
  'a meaning that labels a people': [glossary, 'Papers go', 'Ruritanian hackers go', 'id: referral', 'no people is a label'],
}

const dossiers: Record<string, Case> = {
  'an id that is not the folder’s': [dossier, 'id: harbour\n', 'id: harbor\n', 'id: harbour', 'the id is the folder'],
  'sections in another order': [dossier, 'id: what-is-known', 'id: context', 'what-is-known', 'in this order'],
  'a fact kept out': [dossier, '[access-found, rentals]', '[access-found, rentals, too-weak]', 'what-is-known', 'kept out'],
  'an allegation without its outcome': [dossier, 'facts: [not-indicted] }', 'facts: [] }', 'what-is-known', 'travels together'],
  'a fact that stands twice': [dossier, 'facts: [] }', 'facts: [rentals] }', 'what-is-disputed', 'stands twice'],
  'a fact without its sentence': [
    sentencesEn,
    'rentals: Police allege that a man rented servers.\n',
    '',
    'access-found',
    'no sentence for “rentals”',
  ],
  'a sentence without its fact': [sentencesJa, 'access-found:', 'audit-register:', 'access-found', 'stands in no section'],
  'an allegation told as a fact': [sentencesEn, 'Police allege that a man', 'A man', 'rentals', 'is not attributed as its status'],
  'a second sentence that is nobody’s claim': [
    sentencesEn,
    'a man rented servers.',
    'a man rented servers. He paid in cash.',
    'rentals',
    '“He paid in cash.” does not say whose claim it is',
  ],
  'a second Japanese sentence that is nobody’s claim': [
    sentencesJa,
    '借りたとみています。',
    '借りたとみています。現金で払いました。',
    'rentals',
    'does not say whose claim it is',
  ],
  'a Japanese report told as a fact': [
    sentencesJa,
    '不起訴としたと報じられました',
    '不起訴としました',
    'not-indicted',
    'is not attributed',
  ],
  'an outcome without its words': [sentencesEn, 'decided not to indict him', 'ended it', 'not-indicted', 'must hold /not to indict/'],
  'a sentence that is never said': [
    sentencesEn,
    'a man rented servers.',
    'a man rented servers. He was convicted.',
    'rentals',
    'nobody was convicted',
  ],
  'four sentences on a fact': [
    sentencesEn,
    'a man rented servers.',
    'a man rented. It was. It is. It will.',
    'rentals',
    'one to three sentences, not 4',
  ],
  'a fact of the case that is told nowhere': [
    dossier,
    '[access-found, rentals]',
    '[rentals]',
    'what-is-known',
    '“access-found” stands in no section',
  ],
  'a label in what is not known': [dossier, 'en: Nobody has', 'en: Ruritanian hackers have', 'Nobody has', 'no people is a label'],
  'a link that the ledger does not give': [dossier, 'gazette.example/1', 'gazette.example/2', 'gazette.example', 'gives no such source'],
  'a link to a page that is not official': [
    dossier,
    'gazette.example/1',
    'press.gazette.example.org/1',
    'gazette.example',
    'an official page only',
  ],
  'a link that is not https': [dossier, 'https://gazette', 'http://gazette', 'gazette.example', 'url'],
  'a timeline with a fact of its own': [
    dossier,
    '  facts: [rentals, not-indicted]',
    '  facts: [rentals, audit-register]',
    '  facts: [rentals, not',
    'in no section',
  ],
}

/** What makes a table of a figure. */
const table = `  kind: matrix
  title: { en: Records, ja: 記録 }
  text: { en: The list tells who called., ja: 誰が電話したかは一覧でわかります。 }
  facts: []
  corner: { en: Question, ja: 問い }
  columns: [{ id: list, label: { en: List, ja: 一覧 } }]
  rows: [{ id: who, label: { en: Who called, ja: 誰の電話か }, cells: { list: { value: yes } } }]
  legend: { yes: { en: tells, ja: わかる }, no: { en: does not, ja: わからない }, partly: { en: in part, ja: 一部 } }
`

describe('check of everything', () => {
  it('finds nothing in content that is right', () => {
    expect(problemLines(fullFiles())).toEqual([])
  })

  for (const [group, cases] of Object.entries({ activities, drawings, courses, around, dossiers }))
    describe(group, () => {
      it.each(Object.entries(cases))('refuses %s', (_, [file, from, to, at, reason]) => {
        const problems = problemLines(changed(file, from, to, fullFiles())).join('\n')
        const line = lineOf(file, at)
        // What is wrong between two files is told of the other file; its line is then none of this one's.
        const where = line > 0 ? `^${RegExp.escape(file)}:${line}: .*` : '^.*'
        expect(problems).toMatch(new RegExp(`${where}${RegExp.escape(reason)}`, 'mu'))
      })
    })

  it('refuses a lesson with nothing to do', () => {
    const files = fullFiles()
    for (const file of [en, ja]) files.set(file, (files.get(file) ?? '').replace(/:::(decision|sort|spot|walk)[\s\S]*?\n:::\n/gu, ''))
    expect(problemLines(files)).toContain(`${en}:1: a lesson has something to do: a decision, sort, spot or walk`)
  })

  it('refuses a lesson in which nothing happened, or nothing would have shown it', () => {
    const without = (blocks: RegExp, drawn = fullFiles().get(figures) ?? '') => {
      const files = fullFiles().set(figures, drawn)
      for (const file of [en, ja]) files.set(file, (files.get(file) ?? '').replace(blocks, ''))
      return problemLines(files).join('\n')
    }
    const unshown = `${en}:13: nothing says what would have shown it`
    expect(without(/:::record[\s\S]*?\n:::\n/gu)).toContain(`${ja}:13: no part tells what happened`)
    // Drawings of what happened, or of amounts, do not say it; a table of which record tells what does.
    const others = /:::(record\{facts=audit-register|spot|walk)[\s\S]*?\n:::\n/gu
    expect(without(others)).toContain(unshown)
    expect(
      without(
        others,
        fullFiles()
          .get(figures)
          ?.replace(/ {2}kind: bars[\s\S]*?(?=- id: three-lanes)/u, table),
      ),
    ).not.toContain(unshown)
  })

  it('asks of a dossier its three files', () => {
    const files = fullFiles()
    files.delete(sentencesJa)
    expect(problemLines(files)).toEqual([`${sentencesJa}:1: the file is missing`])
  })
})

describe('mixed', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f']

  it('keeps every value, gives ids by place, and is the same each time', () => {
    expect(mixed('seed', values)).toEqual(mixed('seed', values))
    expect(mixed('seed', values).map(({ id }) => id)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6'])
    expect(
      mixed('seed', values)
        .map(({ value }) => value)
        .sort(),
    ).toEqual(values)
  })

  it('differs from seed to seed and from the order given', () => {
    const orders = ['one', 'two', 'three', 'four'].map((seed) =>
      mixed(seed, values)
        .map(({ value }) => value)
        .join(''),
    )
    expect(new Set(orders).size).toBeGreaterThan(2)
    expect(orders).not.toContain('abcdef')
  })
})
