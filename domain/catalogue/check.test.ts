import { describe, expect, it } from 'vitest'
import { changed, problemLines, sampleFiles, samplePaths } from '#testing/content'

const { facts, rules, notes, people, course, en, ja, figures, quiz, questionsEn } = samplePaths

/** file, words, what they are replaced with, the line and part of the reason that come of it. */
type Case = [file: string, from: string, to: string, line: number, reason: string]

const ledger: Record<string, Case> = {
  'a fact that stands twice': [facts, 'id: too-weak', 'id: rentals', 34, '“rentals” stands twice'],
  'a fact from memory': [facts, 'basis: looked-up', 'basis: from-memory', 9, 'rests on memory'],
  'a kept-out fact that does not exist': [rules, 'keptOut: [too-weak]', 'keptOut: [no-such]', 2, 'no fact “no-such”'],
  'a rule about a fact that does not exist': [rules, 'also: [not-indicted]', 'also: [no-such]', 5, 'no fact “no-such”'],
  'a note about nothing': [notes, 'too-weak:', 'no-such:', 4, 'is no fact'],
  'a pattern that does not compile': [rules, '不起訴', '"("', 8, 'not a regular expression'],
}

const lesson: Record<string, Case> = {
  'an id that is not the folder’s': [en, 'id: the-desk', 'id: another-desk', 2, 'the id is the folder'],
  'an id that is not kebab-case': [en, 'id: the-desk', 'id: TheDesk', 2, 'kebab-case'],
  'a key that is unknown': [en, 'case: harbour', 'cases: harbour', 2, 'Unrecognized key'],
  'a fact that does not exist': [en, 'rentals, not-indicted, audit', 'rentals, not-indicted, no-such, audit', 6, 'no fact “no-such”'],
  'a fact that is kept out': [en, 'audit-register]', 'audit-register, too-weak]', 6, 'is kept out'],
  'a fact without a Japanese note': [
    notes,
    'audit-register: { whoSays: 港の警察, source: 港新聞、2019年4月2日 }\n',
    '',
    6,
    '“audit-register” has no note',
  ],
  'a fact that is listed and not used': [en, 'audit-register]', 'audit-register, access-found]', 6, 'listed but not used'],
  'a fact that is used and not listed': [en, 'not-indicted, audit-register]', 'not-indicted]', 6, 'used but not listed'],
  'an allegation without its outcome': [
    en,
    'facts: [rentals, not-indicted,',
    'facts: [rentals,',
    6,
    'travels together with “not-indicted”',
  ],
  'a person whom nobody declared': [en, 'A point.', 'A point that Tanaka makes.', 38, '“Tanaka” is nobody of people.yaml'],
  'a Japanese person whom nobody declared': [ja, '一点。', '田中さんの一点。', 39, '“田中” is nobody of people.yaml'],
  'a declared person whom the lesson does not list': [
    en,
    'people: [sato]',
    'people: []',
    16,
    '“Sato” is nobody of people.yaml who is listed',
  ],
  'an unknown person': [en, 'who=sato', 'who=nobody', 15, 'no person “nobody”'],
  'a person listed who does not appear': [people, 'id: sato', 'id: tanaka', 15, 'no person “sato”'],
  'a fact in a record that nobody states': [en, ':by[Police allege]{fact=rentals}', 'Police allege', 19, '“rentals” is not attributed'],
  'an attributed fact that the record does not name': [en, 'facts=audit-register', 'facts=rentals', 41, 'not among the record'],
  'words that do not attribute an allegation': [en, 'Police allege', 'In 2016', 20, 'does not attribute “rentals”'],
  'a Japanese allegation told as a fact': [ja, '借りたとみています', '借りました', 20, 'does not attribute “rentals”'],
  'a Japanese press report told as a fact': [ja, ':by[報じられました]', ':by[ことです]', 21, 'does not attribute “not-indicted”'],
  'a sentence among claims that is nobody’s': [
    en,
    'servers. Prosecutors',
    'servers. He paid in cash. Prosecutors',
    20,
    'does not say whose it is',
  ],
  'a Japanese sentence among claims that is nobody’s': [ja, '検察はこの', '現金で払いました。検察はこの', 21, 'does not say whose it is'],
  'a word that its kind of claim forbids': [en, 'rented servers', 'rented servers, as was proven', 20, 'an allegation stays one'],
  'an own reading told as a duty': [en, 'An audit could check', 'The law asks for', 41, 'does not attribute “audit-register”'],
  'words that must be said and are not': [en, 'decided not to indict him', 'ended the matter', 19, 'must hold /not to indict/'],
  'a sentence that is never said': [en, 'not to indict him.', 'not to indict him. He was convicted.', 20, 'nobody was convicted'],
  'a good outcome put in doubt': [en, 'not to indict him', 'not to indict him; this was not confirmed', 20, 'a good outcome'],
  'a people as a label': [en, 'What now?', 'Ruritanian hackers call. What now?', 24, 'no people is a label'],
  'a country outside a statement': [en, 'A point.', 'A point about Ruritania.', 38, 'a country is named only'],
  'a real organisation in prose': [en, 'A point.', 'A point about Harbour Works.', 38, '“Harbour Works”'],
  'the authorities in a moment': [en, 'opens a form', 'calls the police', 16, '“police”'],
  'the authorities in a Japanese decision': [ja, '手紙が戻ります', '警察に知らせます', 28, '“警察”'],
  'a consequence without its time': [en, '**16:24** ', '', 26, 'begins with a bold clock time'],
  'a choice without its reason': [en, '  > It asks nothing new.\n', '', 30, 'then its consequences'],
  'a lesson that opens otherwise': [en, ':::moment{who=sato}', 'Morning.\n\n:::moment{who=sato}', 13, 'the first part opens with a moment'],
  'a lesson without why': [en, '\n## On Monday\n\n- Ask once.\n', '', 13, 'why it worked has a part of its own'],
  'a Monday without its list': [en, '- Ask once.', 'Ask once.', 48, 'says what one can do, as a list'],
  'a summary that is a list': [ja, '見ます。尋ねます。書きます。', '- 見ます。', 53, 'the summary, one paragraph'],
  italics: [en, '**weight**', '*weight*', 36, 'no italics'],
  HTML: [en, '**weight**', '<b>weight</b>', 36, 'HTML is not allowed'],
  'a link that is not https': [en, 'https://www', 'http://www', 36, 'begins with https'],
  'an unknown directive': [en, ':::moment', ':::aside', 15, 'unknown directive'],
  'an unknown attribute': [en, ':::decision{id=letter}', ':::decision{id=letter who=sato}', 23, 'has no “who”'],
  'attribution outside a record': [en, 'Prose with', ':by[Prose]{fact=rentals} with', 36, ':by stands only in a record'],
  'words before the first part': [en, 'A standfirst.', 'A standfirst.\n\nMore.', 13, 'begins with a second-level heading'],
  'a third-level heading': [en, '## Why it worked', '### Why it worked', 34, 'only second-level headings'],
  'languages with different blocks': [ja, '- 一点。', '一点。', 39, 'differs from content/units/the-desk/lesson.en.md'],
  'languages with different choices': [ja, '  > **16:24** 手紙が戻ります。\n\n', '', 24, 'differs from'],
  'languages with different facts': [
    ja,
    'facts: [rentals, not-indicted, audit-register]',
    'facts: [not-indicted, rentals, audit-register]',
    6,
    '“facts” differs',
  ],
}

const figure: Record<string, Case> = {
  'a figure that does not exist': [en, 'id=line', 'id=lines', 44, 'no figure “lines”'],
  'a figure with other facts': [en, 'line facts=rentals,not-indicted', 'line facts=rentals', 44, 'the facts of “line” differ'],
  'a text that does not say whose claim it is': [
    figures,
    'Police allege rentals in 2016; newspapers reported',
    'Rentals in 2016, and',
    5,
    'whose claim “rentals” is',
  ],
  'an entry outside the scale': [figures, 'start: 2016-09', 'start: 2015-09', 11, 'is not between'],
  'an entry that ends before it begins': [figures, 'end: 2017-04', 'end: 2016-04', 13, 'ends before it begins'],
  'an entry with a fact of its own': [figures, '- facts: [rentals]', '- facts: [access-found]', 11, 'not among the figure'],
  'a date that is none': [figures, 'to: 2021-12-31', 'to: December', 9, 'a date is'],
}

const questions: Record<string, Case> = {
  'a correct response that is no choice': [quiz, 'correct: [a] }', 'correct: [z] }', 11, '“z” is no choice'],
  'a question in which everything is correct': [quiz, 'correct: [a, b] }', 'correct: [a, b, c] }', 12, 'every choice is correct'],
  'an order of two': [
    quiz,
    'kind: order, difficulty: 2, objective: check-first, choices: [a, b, c]',
    'kind: order, difficulty: 2, objective: check-first, choices: [a, b]',
    13,
    'at least three',
  ],
  'a match with a missing pair': [quiz, '{ a: x, b: y }', '{ a: x }', 14, '“b” is matched with nothing'],
  'a match with an unknown target': [quiz, '{ a: x, b: y }', '{ a: x, b: z }', 14, '“z” is no target'],
  'a pool too small for its draw': [quiz, 'draw: 2', 'draw: 5', 5, 'needs a pool of 10'],
  'an objective of no course': [
    quiz,
    'id: one, kind: one-choice, difficulty: 1, objective: check-first',
    'id: one, kind: one-choice, difficulty: 1, objective: no-such',
    11,
    'no course has the objective',
  ],
  'a question without words': [questionsEn, 'order:', 'ordered:', 1, 'no words for question “order”'],
  'a choice without words': [
    questionsEn,
    'b: { text: one b, why: because }',
    'd: { text: one b, why: because }',
    3,
    'no words for choice “b”',
  ],
  'a choice without its why': [questionsEn, '{ text: one b, why: because }', '{ text: one b }', 3, 'why'],
  'an allegation asked about as a fact': [
    questionsEn,
    'Police allege rentals; newspapers reported a decision not to indict.',
    'A decision not to indict.',
    11,
    'whose claim “rentals” is',
  ],
  'a title of a quiz that tells the case': [quiz, 'en: A quiz', 'en: The quiz of Harbour Works', 4, '“Harbour Works”'],
  'a real organisation without a fact': [questionsEn, 'Which source', 'Which source of Harbour Works', 2, '“Harbour Works”'],
  'a person in a question': [questionsEn, 'Which source', 'Which source would Mr Tanaka take, and which', 2, '“Tanaka” is nobody'],
  'a label in a wrong choice': [questionsEn, 'text: one b', 'text: Ruritanian hackers', 3, 'no people is a label'],
  'prompts nearly the same': [
    questionsEn,
    'What belongs on the record of a check?',
    'Which source do you ask now?',
    5,
    'nearly the same as “one”',
  ],
}

const courses: Record<string, Case> = {
  'a unit that does not exist': [course, 'units: [the-desk, the-quiz]', 'units: [the-desk, the-quiz, no-such]', 8, 'no unit “no-such”'],
  'a unit that stands twice': [course, 'units: [the-desk, the-quiz]', 'units: [the-desk, the-quiz, the-desk]', 8, 'stands twice'],
  'an objective without questions': [course, 'units:', '  - { id: never-asked, en: Ask., ja: 尋ねる。 }\nunits:', 8, 'asked 0 times'],
  'a name too long for the seal': [course, 'en: Harbour, ja', 'en: Harbour Lights, ja', 4, 'the seal holds 10'],
  'a file named otherwise': [course, 'id: harbour\n', 'id: harbor\n', 1, 'the file of “harbor”'],
  'a name on the seal that tells the case': [course, 'ja: 港 }\nsummary', 'ja: 警察 }\nsummary', 4, '“警察”'],
  'a summary that tells the case': [course, 'en: A course.', 'en: What Harbour Works said.', 5, '“Harbour Works”'],
}

describe('check', () => {
  it('finds nothing in content that is right', () => {
    expect(problemLines(sampleFiles())).toEqual([])
  })

  for (const [group, cases] of Object.entries({ ledger, lesson, figure, questions, courses }))
    describe(group, () => {
      it.each(Object.entries(cases))('refuses %s', (_, [file, from, to, line, reason]) => {
        const problems = problemLines(changed(file, from, to))
        expect(problems.join('\n')).toMatch(new RegExp(`:${line}: .*${RegExp.escape(reason)}`, 'u'))
      })
    })

  it('refuses a lesson without its other language', () => {
    const files = sampleFiles()
    files.delete(ja)
    expect(problemLines(files)).toEqual([`${ja}:1: the file is missing`])
  })
})
