// Long because it is one piece of content with everything in it once: parts of it would be right only together.
import type { ContentSource } from '#domain/catalogue/source'
import { type Files, parseFiles } from '#services/catalogue/read-content'
import { sampleFiles, samplePaths } from './content.ts'

/** The sample with one of everything else that content may hold: each activity, each figure, a short edition, forms, a dossier, a track. */

const activitiesEn = `
:::sort{id=known-or-heard}
Known, or heard?

- **Known**
  - A signed delivery note.

    > Two people signed it.
  - A reading of the meter.

    > Anybody can read it again.
- **Heard**
  - What the neighbour heard.

    > Nobody can ask the one who said it.
:::

:::spot{id=night-lines}
Which lines would you ask about?

Time | Computer | Sent

- **Worth a question**
  - 02:10 | drawing-07 | 48 kB

    > Nobody draws at night.
- **Explained**
  - 02:30 | backup-01 | 90 MB

    > The backup runs each night.
  - 01:05 | door-02 | 1 kB

    > The door reports each hour.
:::

:::walk{id=two-days}
Two days at a desk.

- **Day 1.** A light blinks.

  > It told that the disk is full.
- **Day 9.** The light is off.

  > It told nothing any more.
:::

:::figure{id=in-parts}
In parts.
:::

:::figure{id=side-by-side}
Side by side.
:::

:::figure{id=three-lanes facts=rentals,not-indicted}
In lanes.
:::

:::figure{id=one-hub}
A hub.
:::
`

const activitiesJa = `
:::sort{id=known-or-heard}
分かったことか、聞いたことか。

- **分かったこと**
  - 署名のある納品書。

    > 二人が署名しています。
  - メーターの値。

    > 誰でも読み直せます。
- **聞いたこと**
  - 隣の人が聞いた話。

    > 話した本人に尋ねられません。
:::

:::spot{id=night-lines}
どの行を尋ねますか。

時刻 | 機器 | 送信量

- **尋ねる**
  - 02:10 | drawing-07 | 48 kB

    > 夜に図面を引く人はいません。
- **説明がつく**
  - 02:30 | backup-01 | 90 MB

    > 毎晩のバックアップです。
  - 01:05 | door-02 | 1 kB

    > 扉は毎時報告します。
:::

:::walk{id=two-days}
窓口の二日間。

- **1日目。** 灯りが点滅しています。

  > ディスクがいっぱいだと分かったはずです。
- **9日目。** 灯りは消えています。

  > もう何も分かりません。
:::

:::figure{id=in-parts}
内訳。
:::

:::figure{id=side-by-side}
並べた棒。
:::

:::figure{id=three-lanes facts=rentals,not-indicted}
帯。
:::

:::figure{id=one-hub}
中心。
:::
`

const figures = `
- id: in-parts
  kind: parts
  title: { en: Seven visitors, ja: 来訪者7人 }
  text: { en: Four guests and three drivers make seven visitors., ja: 客4人と運転手3人で7人です。 }
  facts: []
  unit: { en: people, ja: 人 }
  total: { value: 7, label: { en: All visitors, ja: 全員 } }
  parts:
    - { id: guests, value: 4, label: { en: Guests, ja: 客 } }
    - { id: drivers, value: 3, label: { en: Drivers, ja: 運転手 }, note: { en: by lorry, ja: トラックで } }
- id: side-by-side
  kind: bars
  title: { en: Letters, ja: 手紙 }
  text: { en: "Three letters in spring, nine in autumn.", ja: 春に3通、秋に9通です。 }
  facts: []
  unit: { en: letters, ja: 通 }
  entries:
    - { id: spring, value: 3, label: { en: Spring, ja: 春 } }
    - { id: autumn, value: 9.5, label: { en: Autumn, ja: 秋 }, emphasis: true }
- id: three-lanes
  kind: lanes
  title: { en: Lanes, ja: 帯 }
  text:
    en: Police allege rentals in 2016; newspapers reported a decision not to indict him.
    ja: 警察は2016年に契約があったとみています。不起訴と報じられました。
  facts: [rentals, not-indicted]
  from: 2016
  to: 2021-12-31
  legend: { unseen: { en: Not seen, ja: 見えない }, known: { en: Known, ja: 分かる }, told: { en: Told, ja: 伝える } }
  lanes:
    - id: desk
      label: { en: Desk, ja: 窓口 }
      facts: [rentals]
      spans:
        - { kind: unseen, start: 2016-09, end: 2017-04, label: { en: Rentals, ja: 契約 } }
        - { kind: told, start: 2021-10, label: { en: Outcome, ja: 結果 } }
- id: one-hub
  kind: reach
  title: { en: A hub, ja: 中心 }
  text: { en: "The hub reaches one group, not the other.", ja: 一方に届き、他方に届きません。 }
  facts: []
  hub: { label: { en: Hub, ja: 中心 }, note: { en: sends to all, ja: 全てへ送る } }
  legend: { reached: { en: Reached, ja: 届いた }, untouched: { en: Not reached, ja: 届かない }, unknown: { en: Not known, ja: 不明 } }
  groups:
    - { id: east, label: { en: East, ja: 東 }, state: reached }
    - { id: west, label: { en: West, ja: 西 }, state: untouched }
`

const aroundCourse = `monday:
  - { en: Look once., ja: 一度見る。 }
  - { en: Ask once., ja: 一度尋ねる。 }
  - { en: Write once., ja: 一度書く。 }
forms: { before: [who], after: [when] }
`

const edition = `id: harbour-short
case: harbour
title: { en: The harbour in short, ja: 港（短縮版） }
shortName: { en: Harbour, ja: 港 }
summary: { en: A short course., ja: 短い講座です。 }
objectives:
  - { id: check-first, en: Check first., ja: まず確かめる。 }
units: [the-desk, the-short-quiz]
edition: { of: harbour, kind: short }
`

const letters = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const shortQuiz = `id: the-short-quiz
kind: quiz
case: harbour
title: { en: A short quiz, ja: 短い確認 }
draw: 5
masteryScore: 0.8
attempts: 3
pauseDays: 1
feedback: each
questions:
${letters.map((id) => `  - { id: short-${id}, kind: one-choice, difficulty: 1, objective: check-first, choices: [a, b], correct: [a] }\n`).join('')}`
const prompts = {
  en: ['Who signs?', 'Where is it kept?', 'When was that?', 'How many came?', 'Which door?'],
  ja: ['誰が署名しますか。', 'どこに置きますか。', 'いつのことですか。', '何人来ましたか。', 'どの扉ですか。'],
}
const endings = {
  en: ['', 'And the other one, over there by the quay?'],
  ja: ['', 'では岸壁のそばにあるもう一方については、どうでしょう。'],
}
const shortWords = (language: 'en' | 'ja') =>
  letters
    .map((id, index) => {
      const prompt = `${prompts[language][index % 5]} ${endings[language][Math.floor(index / 5)]}`.trim()
      return `short-${id}: { prompt: "${prompt}", choices: { a: { text: a, why: because }, b: { text: b, why: because } } }\n`
    })
    .join('')

const dossier = `id: harbour
title: { en: The harbour case, ja: 港の件 }
standfirst: { en: What Harbour Works told., ja: 港湾工業が伝えたこと。 }
sections:
  - { id: what-is-known, title: { en: What is known, ja: 分かっていること }, facts: [access-found, rentals] }
  - { id: what-is-disputed, title: { en: What is disputed, ja: 食い違い }, facts: [] }
  - { id: what-changed-afterwards, title: { en: What changed, ja: その後 }, facts: [not-indicted] }
notKnown:
  - { en: Nobody has said why., ja: 理由は誰も述べていません。 }
timeline:
  id: harbour-line
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
links:
  - { fact: access-found, title: { en: The notice, ja: お知らせ }, url: "https://gazette.example/1" }
`
const sentencesEn = `access-found: Harbour Works said that it had found an access.
rentals: Police allege that a man rented servers.
not-indicted: Newspapers reported that prosecutors decided not to indict him.
`
const sentencesJa = `access-found: 港湾工業は、アクセスを見つけたと発表しました。
rentals: 警察は、男性がサーバーを借りたとみています。
not-indicted: 検察は不起訴としたと報じられました。
`

const mappings = `check-first:
  nist-800-53: [IA-12, AC-6(9)]
  nist-csf: [PR.AA-02]
  iso-27001: [A.5.16]
  cis: ["6.1"]
  pci-dss: ["12.6.3"]
  attack: [T1583.003]
`
const glossary = `terms:
  - { id: referral, en: referral, ja: 書類送検, meaning: { en: Papers go to the prosecutors., ja: 書類が検察に送られること。 } }
  - { id: outcome, en: outcome, ja: 結果 }
`
const track = `id: everybody
title: { en: Everybody, ja: 全員 }
summary: { en: For everybody., ja: 全員のために。 }
courses: [harbour, harbour-short]
minutes: { about: 11, within: 0.15 }
`

export const fullPaths = {
  ...samplePaths,
  edition: 'content/courses/harbour-short.yaml',
  shortQuiz: 'content/units/the-short-quiz/quiz.yaml',
  dossier: 'content/cases/harbour/dossier.yaml',
  sentencesEn: 'content/cases/harbour/facts.en.yaml',
  sentencesJa: 'content/cases/harbour/facts.ja.yaml',
  mappings: 'content/mappings.yaml',
  glossary: 'content/glossary.yaml',
  track: 'content/tracks/everybody.yaml',
} as const

export function fullFiles(): Files {
  const files = sampleFiles()
  const add = (file: string, text: string) => files.set(file, (files.get(file) ?? '') + text)
  const before = (heading: string, file: string, text: string) =>
    files.set(file, (files.get(file) ?? '').replace(`\n${heading}\n`, `${text}\n${heading}\n`))
  before('## On Monday', fullPaths.en, activitiesEn)
  before('## 月曜日から', fullPaths.ja, activitiesJa)
  add(fullPaths.figures, figures)
  add(fullPaths.course, aroundCourse)
  add(fullPaths.edition, edition)
  add(fullPaths.shortQuiz, shortQuiz)
  add('content/units/the-short-quiz/questions.en.yaml', shortWords('en'))
  add('content/units/the-short-quiz/questions.ja.yaml', shortWords('ja'))
  add(fullPaths.dossier, dossier)
  add(fullPaths.sentencesEn, sentencesEn)
  add(fullPaths.sentencesJa, sentencesJa)
  add(fullPaths.mappings, mappings)
  add(fullPaths.glossary, glossary)
  add(fullPaths.track, track)
  return files
}

/** Files as they are read, not yet checked. @throws when a shape is wrong, so that no case tests nothing. */
export function contentOf(files = fullFiles()): ContentSource {
  const { content } = parseFiles(files)
  if (!content) throw new Error('the sample has wrong shapes')
  return content
}
