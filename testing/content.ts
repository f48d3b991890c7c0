import { findProblems } from '#services/catalogue/compile'
import type { Files } from '#services/catalogue/read-content'

/** A small course of invented content that has no problem; tests change one thing at a time. */

const fact = (id: string, status: string, of = 'harbour') => `- id: ${id}
  case: ${of}
  date: "2019-04-02"
  statement: A statement.
  statement_ja: 記述。
  status: ${status}
  who_says: Harbour police
  sources: [{ publisher: The Gazette, title: A headline, date: "2019-04-02", url: "https://gazette.example/1" }]
  basis: looked-up
  confidence: high
  teaches: Something
`

const facts = [
  fact('rentals', 'official-allegation'),
  fact('not-indicted', 'media-report'),
  fact('access-found', 'confirmed-by-organisation'),
  fact('too-weak', 'media-report'),
  fact('audit-register', 'law-or-standard', 'audit'),
].join('')

const rules = `checkedOn: 2026-11-22
keptOut: [too-weak]
ownReadings: []
together:
  - uses: [rentals]
    also: [not-indicted]
  - uses: [not-indicted]
    words: { en: ['not to indict'], ja: [不起訴] }
watchWords: { en: ['(?-i:\\bHarbour Works\\b)', '\\bpolice\\b'], ja: [港湾工業, 警察] }
nobodysNames: { en: ['Thursday'], ja: [] }
nationalities: { en: ['\\bRuritania'], ja: [ルリタニア] }
officialHosts: [gazette.example]
never:
  en:
    - { pattern: '\\bRuritanian hackers', reason: no people is a label }
    - { pattern: 'was convicted', unless: '\\bnot?\\b', reason: nobody was convicted }
    - { pattern: 'not confirmed', fact: not-indicted, reason: a good outcome is not doubted }
    - { pattern: '\\bproven\\b', status: official-allegation, reason: an allegation stays one }
  ja:
    - { pattern: ルリタニア人, reason: 国籍を呼び名にしない }
`

const note = '{ whoSays: 港の警察, source: 港新聞、2019年4月2日 }'
const notes = ['rentals', 'not-indicted', 'access-found', 'too-weak', 'audit-register'].map((id) => `${id}: ${note}\n`).join('')

const people = `- id: sato
  name: { en: Nao Sato, ja: 佐藤さん }
  role: { en: sign-up desk, ja: 受付 }
`

const course = `id: harbour
case: harbour
title: { en: The harbour, ja: 港 }
shortName: { en: Harbour, ja: 港 }
summary: { en: A course., ja: 講座です。 }
objectives:
  - { id: check-first, en: Check first., ja: まず確かめる。 }
units: [the-desk, the-quiz]
`

const frontMatter = `---
id: the-desk
case: harbour
objectives: [check-first]
people: [sato]
facts: [rentals, not-indicted, audit-register]
---
`

const lessonEn = `${frontMatter}
# The desk

A standfirst.

## What happened

:::moment{who=sato}
Thursday, 16:20. Nao Sato opens a form.
:::

:::record{facts=rentals,not-indicted}
:by[Police allege]{fact=rentals} that a man rented servers. Prosecutors, :by[newspapers reported]{fact=not-indicted}, decided not to indict him.
:::

:::decision{id=letter}
What now?

- **Wait.** It costs a day.
  > **16:24** The letter comes back.

  > A letter asks something new.
- **Send the code.**
  > It asks nothing new.
:::

## Why it worked

Prose with **weight** and a [link](https://www.example.org/).

- A point.

:::record{facts=audit-register}
:by[An audit could check]{fact=audit-register} the register.
:::

:::figure{id=line facts=rentals,not-indicted}
To scale.
:::

## On Monday

- Ask once.

## In three lines

Look. Ask. Write.
`

const lessonJa = `${frontMatter}
# 窓口

前文です。

## 起きたこと

:::moment{who=sato}
木曜日、16:20。佐藤さんが申込書を開きます。
:::

:::record{facts=rentals,not-indicted}
:by[警察は]{fact=rentals}、男性がサーバーを借りたとみています。
検察はこの男性を不起訴としたと:by[報じられました]{fact=not-indicted}。
:::

:::decision{id=letter}
どうしますか。

- **待つ。** 一日かかる。
  > **16:24** 手紙が戻ります。

  > 手紙は新しいことを尋ねます。
- **コードを送る。**
  > 新しいことを何も尋ねていません。
:::

## なぜ通ったのか

**重み**のある文と[リンク](https://www.example.org/)。

- 一点。

:::record{facts=audit-register}
:by[監査では]{fact=audit-register}、登記を確かめることができます。
:::

:::figure{id=line facts=rentals,not-indicted}
縮尺どおり。
:::

## 月曜日から

- 一度尋ねる。

## 3行でまとめると

見ます。尋ねます。書きます。
`

const figures = `- id: line
  kind: timeline
  title: { en: One line, ja: 年表 }
  text:
    en: Police allege rentals in 2016; newspapers reported a decision not to indict him.
    ja: 警察は2016年に契約があったとみています。不起訴と報じられました。
  facts: [rentals, not-indicted]
  from: 2016
  to: 2021-12-31
  entries:
    - facts: [rentals]
      start: 2016-09
      end: 2017-04
      label: { en: Rentals, ja: 契約 }
      note: { en: police allege, ja: 警察の見立て }
      when: { en: 2016 to 2017, ja: 2016〜17年 }
      who: { en: Police, ja: 警察 }
`

const quiz = `id: the-quiz
kind: quiz
case: harbour
title: { en: A quiz, ja: 確認 }
draw: 2
masteryScore: 0.8
attempts: 3
pauseDays: 1
feedback: each
questions:
  - { id: one, kind: one-choice, difficulty: 1, objective: check-first, choices: [a, b], correct: [a] }
  - { id: several, kind: several-choices, difficulty: 2, objective: check-first, choices: [a, b, c], correct: [a, b] }
  - { id: order, kind: order, difficulty: 2, objective: check-first, choices: [a, b, c] }
  - { id: match, kind: match, difficulty: 3, objective: check-first, facts: [rentals, not-indicted], choices: [a, b], targets: [x, y], correct: { a: x, b: y } }
${['who', 'when', 'where', 'why'].map((id) => `  - { id: ${id}, kind: one-choice, difficulty: 1, objective: check-first, choices: [a, b], correct: [a] }\n`).join('')}`

const words = (id: string, prompt: string, choices: string[], targets = '') =>
  `${id}:\n  prompt: ${prompt}\n  choices: { ${choices.map((choice) => `${choice}: { text: ${id} ${choice}, why: because }`).join(', ')} }\n${targets}`

const questionsEn = [
  words('one', 'Which source do you ask?', ['a', 'b']),
  words('several', 'What belongs on the record of a check?', ['a', 'b', 'c']),
  words('order', 'Put the steps into order.', ['a', 'b', 'c']),
  words(
    'match',
    'Police allege rentals; newspapers reported a decision not to indict. Match them.',
    ['a', 'b'],
    '  targets: { x: ex, y: why }\n',
  ),
  words('who', 'Whom do you tell first?', ['a', 'b']),
  words('when', 'How long may the letter take?', ['a', 'b']),
  words('where', 'Into which folder does a note go?', ['a', 'b']),
  words('why', 'For what reason is a code kept back?', ['a', 'b']),
].join('')

const questionsJa = [
  words('one', 'どの情報源に尋ねますか。', ['a', 'b']),
  words('several', '確認の記録に要るものはどれですか。', ['a', 'b', 'c']),
  words('order', '手順を並べてください。', ['a', 'b', 'c']),
  words(
    'match',
    '警察は契約があったとみており、不起訴と報じられました。組み合わせてください。',
    ['a', 'b'],
    '  targets: { x: 甲, y: 乙 }\n',
  ),
  words('who', '最初に誰へ知らせますか。', ['a', 'b']),
  words('when', '手紙は何日まで待ちますか。', ['a', 'b']),
  words('where', 'メモをどのフォルダーに入れますか。', ['a', 'b']),
  words('why', 'コードを渡さない理由は何ですか。', ['a', 'b']),
].join('')

export function sampleFiles(): Files {
  return new Map([
    ['content/facts/facts.yaml', facts],
    ['content/facts/rules.yaml', rules],
    ['content/facts/notes.en.yaml', '{}\n'],
    ['content/facts/notes.ja.yaml', notes],
    ['content/people.yaml', people],
    ['content/courses/harbour.yaml', course],
    ['content/units/the-desk/lesson.en.md', lessonEn],
    ['content/units/the-desk/lesson.ja.md', lessonJa],
    ['content/units/the-desk/figures.yaml', figures],
    ['content/units/the-quiz/quiz.yaml', quiz],
    ['content/units/the-quiz/questions.en.yaml', questionsEn],
    ['content/units/the-quiz/questions.ja.yaml', questionsJa],
  ])
}

export const samplePaths = {
  facts: 'content/facts/facts.yaml',
  rules: 'content/facts/rules.yaml',
  notes: 'content/facts/notes.ja.yaml',
  people: 'content/people.yaml',
  course: 'content/courses/harbour.yaml',
  en: 'content/units/the-desk/lesson.en.md',
  ja: 'content/units/the-desk/lesson.ja.md',
  figures: 'content/units/the-desk/figures.yaml',
  quiz: 'content/units/the-quiz/quiz.yaml',
  questionsEn: 'content/units/the-quiz/questions.en.yaml',
  questionsJa: 'content/units/the-quiz/questions.ja.yaml',
} as const

/** The sample with some words replaced in one file. @throws when the file does not hold them, so that no case tests nothing. */
export function changed(file: string, from: string, to: string, files = sampleFiles()): Files {
  const text = files.get(file)
  if (!text?.includes(from)) throw new Error(`${file} does not hold “${from}”`)
  return files.set(file, text.replaceAll(from, to))
}

/** Problems as `npm run check` prints them. */
export function problemLines(files: Files): string[] {
  return findProblems(files).map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
}
