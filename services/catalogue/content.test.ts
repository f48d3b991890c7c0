import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scoreResponse } from '#domain/attempts/score'
import type { ResponseValue } from '#domain/attempts/types'
import { findForbidden, findWatchWord, readRuleBook } from '#domain/catalogue/rule-book'
import { Figures, Reviews, reviewChecklist } from '#domain/catalogue/schema'
import { factStatuses, type Language, languages, type Question } from '#domain/catalogue/types'
import { unfitLength } from '#domain/catalogue/warn'
import { countFullLessons, warnOfWhole } from '#domain/catalogue/warn-whole'
import { compileFiles, findProblems } from './compile.ts'
import { examine } from './examine.ts'
import { parseFiles, readFiles } from './read-content.ts'
import { unitSide } from './sides.ts'
import { findUpkeep, reviewsFile } from './upkeep.ts'

const files = await readFiles()
const problems = findProblems(files)
const linesOf = (file: string) =>
  problems.filter((problem) => problem.file === file).map(({ line, reason }) => `${file}:${line}: ${reason}`)

describe('content', () => {
  it.each([...files.keys()])('%s is right', (file) => {
    expect(linesOf(file)).toEqual([])
  })

  it('lacks no file', () => {
    expect(problems.filter(({ file }) => !files.has(file))).toEqual([])
  })

  it('changed in no language since both were found equal, and every pair was', () => {
    const { problems, warnings, confirmed, pairs } = findUpkeep(files)
    expect([...problems, ...warnings].map(({ reason }) => reason)).toEqual([])
    expect(confirmed).toBe(pairs)
  })

  it('has labs of 8 to 15 minutes', () => {
    const labs = (parseFiles(files).content?.units ?? []).filter((unit) => unit.kind === 'lab')
    expect(labs).toHaveLength(7)
    expect(labs.flatMap(unfitLength)).toEqual([])
  })

  it('gives the same versions each time', () => {
    const hashes = () => compileFiles(files).map(({ id, hash, units }) => [id, hash, units.map((unit) => unit.hash)])
    expect(hashes()).toEqual(hashes())
  })

  it('gives 1 to each correct response and less to every other that is near it', () => {
    const questions = compileFiles(files).flatMap(({ units }) => units.flatMap((unit) => (unit.kind === 'quiz' ? unit.questions : [])))
    expect(questions.length).toBeGreaterThan(0)
    for (const question of questions) {
      const [correct, ...others] = responsesTo(question)
      expect([question.id, correct && scoreResponse(question, correct)]).toEqual([question.id, 1])
      for (const other of others) expect(scoreResponse(question, other), `${question.id} ${JSON.stringify(other)}`).toBeLessThan(1)
    }
  })
})

/** The correct response, then those that differ from it in one thing. */
function responsesTo(question: Question): ResponseValue[] {
  if (question.kind === 'match') {
    const { correct, targets } = question
    const others = Object.keys(correct).flatMap((choice) =>
      targets.filter(({ id }) => id !== correct[choice]).map(({ id }) => ({ pairs: { ...correct, [choice]: id } })),
    )
    return [{ pairs: correct }, ...others]
  }
  const { choices, correct } = question
  const wrong = choices.map(({ id }) => id).filter((id) => !correct.includes(id))
  if (question.kind === 'one-choice') return [{ choices: [...correct] }, ...wrong.map((id) => ({ choices: [id] }))]
  if (question.kind === 'several-choices') {
    const fewer = correct.map((left) => ({ choices: correct.filter((id) => id !== left) }))
    return [{ choices: correct }, ...fewer, ...wrong.map((id) => ({ choices: [...correct, id] })), { choices: [...correct, ...wrong] }]
  }
  const swapped = correct.slice(1).map((_, index) => ({ choices: swap(correct, index) }))
  return [{ choices: correct }, ...swapped, { choices: correct.toReversed() }]
}

/** The list with the neighbours at `index` exchanged. */
function swap(list: readonly string[], index: number): string[] {
  return [...list.slice(0, index), ...list.slice(index, index + 2).toReversed(), ...list.slice(index + 2)]
}

describe('the guide for those who write', () => {
  const guide = readFileSync('docs/write-content.md', 'utf8')

  it('begins with a whole lesson that is right as it stands', () => {
    const lesson = /```markdown\n(?<text>(?: {3}.*\n|\n)*?) {3}```/u.exec(guide)?.groups?.['text']?.replaceAll(/^ {3}/gmu, '') ?? ''
    const [, id] = /^id: (.*)$/mu.exec(lesson) ?? []
    const begun = new Map(files).set(`content/units/${id}/lesson.en.md`, lesson)
    expect(examine(begun).problems.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      `content/units/${id}/lesson.ja.md: the file is missing`,
    ])
    expect(findProblems(begun.set(`content/units/${id}/lesson.ja.md`, lesson))).toEqual([])
  })

  it('shows a figure that has its shape', () => {
    const yaml = /```yaml\n(?<text>- id: [^`]*kind: bars[^`]*)```/u.exec(guide)?.groups?.['text'] ?? ''
    expect(Figures.parse(parse(yaml))).toMatchObject([{ kind: 'bars' }])
  })
})

const { content } = parseFiles(files)
if (!content) throw new Error('the content has wrong shapes')

it('holds at least 24 lessons of five to eight minutes', () => {
  expect(countFullLessons(content)).toBeGreaterThanOrEqual(24)
  expect(warnOfWhole(content)).toEqual([])
})

it('was reviewed as it stands: every unit of every course, in both languages, by each point of the list', () => {
  const reviews = Reviews.parse(parse(files.get(reviewsFile) ?? '[]'))
  const sound = reviews
    .filter(({ unit, language, hash }) => unitSide(files, unit, language) === hash)
    .filter(({ checklist }) => reviewChecklist.every((point) => checklist.includes(point)))
    .map(({ unit, language }) => `${unit} ${language}`)
  const held = [...new Set(content.courses.flatMap(({ data }) => data.units))]
  expect(held.flatMap((id) => languages.map((language) => `${id} ${language}`)).filter((each) => !sound.includes(each))).toEqual([])
})

describe('the rules of facts', () => {
  const book = readRuleBook(content)
  const forbids = (language: Language, text: string, facts: string[] = []) => findForbidden(book, language, facts, text).length > 0

  it.each([
    ['en', 'Chinese hackers rented the servers.'],
    ['en', 'The foreign students were behind it.'],
    ['en', 'He was convicted in 2022.'],
    ['en', 'In all, 200 organisations were breached.'],
    ['en', 'The data of 8,122 people was stolen.'],
    ['en', '27,445 files leaked.'],
    ['en', 'Japan met 6,506 attacks that year.'],
    ['en', 'There was no damage.'],
    ['en', 'A server in China was used.'],
    ['ja', '中国人ハッカーがサーバーを借りました。'],
    ['ja', 'その後、男性は起訴されました。'],
    ['ja', '約200の組織が侵入されました。'],
    ['ja', '27,445件のファイルが流出しました。'],
    ['ja', '被害はありませんでした。'],
    ['ja', 'ロシアからの通信でした。'],
  ] as const)('forbid (%s) “%s”', (language, text) => {
    expect(forbids(language, text)).toBe(true)
  })

  // One sentence at least for each number of README, section 4.
  it.each([
    [1, 'en', 'He was tried and convicted.', []],
    [1, 'ja', '男性は有罪判決を受けました。', []],
    [2, 'en', 'The man referred in April 2021 attacked JAXA.', []],
    [2, 'ja', '書類送検された男性はJAXAを攻撃しました。', []],
    [3, 'en', 'The warrant names Mr Smith.', []],
    [3, 'ja', '逮捕状が出たのは山田太郎容疑者です。', []],
    [4, 'en', 'Nationality is a warning sign.', []],
    [4, 'en', 'Party membership is one of the signals to look at.', []],
    [4, 'ja', '国籍は警告のサインになります。', []],
    [4, 'ja', '留学生からの申し込みは不審です。', []],
    [5, 'en', 'It was the work of Chinese hackers.', []],
    [5, 'ja', '中国人ハッカーの仕業です。', []],
    [6, 'en', 'In all, 200 organisations were breached.', []],
    [6, 'en', 'The data of 8,122 people was stolen.', []],
    [6, 'en', 'About 28,000 files leaked.', []],
    [6, 'en', 'Japan met 6,506 attacks in 2020.', []],
    [6, 'ja', '日本は1年で6,506件の攻撃を受けました。', []],
    [7, 'en', 'Tick attacked Mitsubishi Electric.', []],
    [7, 'en', 'NEC was attacked in 2016 by the group researchers call Tick.', []],
    [7, 'ja', '三菱電機はTickの攻撃を受けました。', []],
    [8, 'en', 'There was no damage.', []],
    [8, 'ja', '被害はありませんでした。', []],
    [9, 'en', 'They listed the shares with net view.', []],
    [9, 'en', 'To get past the identity check, use a forwarding address.', []],
    [9, 'ja', '画面にwhoamiと入力します。', []],
    [9, 'ja', '本人確認をすり抜けるには、転送先の住所を使います。', []],
    [10, 'en', 'The files were about a glide weapon.', ['me-mod-findings-2021-12-24']],
    [10, 'ja', 'ファイルには潜水艦の情報が含まれていました。', ['nec-statement-2020-01-31']],
  ] as const)('never say (%i, %s) “%s”', (_, language, text, facts) => {
    expect(forbids(language, text, [...facts])).toBe(true)
  })

  const allegation = 'jaxa-server-rentals'
  const report = 'me-responders-did-not-accept-all-clear'
  it.each([
    [allegation, 'en', 'Police say, and it is proven, that he signed up.', 'Police say that he signed up; nothing was proven.'],
    [allegation, 'en', 'The man rented five servers.', 'Police allege that the man rented five servers.'],
    [allegation, 'en', 'In 2016 he used a false name.', 'In 2016, police say, he used a false name.'],
    [allegation, 'en', 'Police led the way to the culprit.', 'Police believe that a man signed up.'],
    [allegation, 'ja', '警察は犯人を見つけたとしています。', '警察は男性が契約したとみています。'],
    [allegation, 'ja', '男性がサーバーを契約しました。', '男性がサーバーを契約した疑いがあるとされます。'],
    [report, 'en', 'Newspapers reported it, and it is known that the file was odd.', 'Newspapers reported that the file was odd.'],
    [report, 'ja', '新聞により、異常が判明しました。', '異常があったと新聞が報じました。'],
    ['stat-2020-6506', 'en', 'Police recorded 6,506.4 attacks per address.', 'Police recorded 6,506.4 accesses, not attacks.'],
    ['stat-2020-6506', 'ja', '観測では、攻撃が6,506.4件でした。', '観測では、アクセスが6,506.4件で、攻撃の数ではありません。'],
    ['tick-datper-proxy-logs', 'en', 'Researchers proved who it was.', 'Researchers described what they saw.'],
    ['tick-datper-proxy-logs', 'ja', '研究者は誰かを断定しました。', '研究者は見たことを報告しました。'],
    ['me-8122-people', 'en', 'The company confirmed: data was leaked.', 'The company said that data may have been leaked.'],
    ['me-8122-people', 'ja', '同社によると、情報が流出しました。', '同社によると、流出した可能性があります。'],
    ['law-private-electromagnetic-records', 'en', 'By the Penal Code he broke the law.', 'The Penal Code says what is punished.'],
    ['law-private-electromagnetic-records', 'ja', '男性は法律に違反しました。', '法律は罰則を定めています。'],
    ['jaxa-rental-dates-differ', 'en', 'Accounts differ; in fact it was 2016.', 'Accounts differ on the dates.'],
    ['jaxa-rental-dates-differ', 'ja', '資料により異なりますが、実際には2016年です。', '時期は資料により異なります。'],
  ] as const)('refuse of %s (%s) “%s”, and allow “%s”', (fact, language, refused, allowed) => {
    expect(forbids(language, refused, [fact])).toBe(true)
    expect(forbids(language, allowed, [fact])).toBe(false)
  })

  it.each(factStatuses)('forbid words for “%s” in both languages', (status) => {
    for (const language of languages) expect(book.rules.never[language].filter((rule) => rule.status === status)).not.toEqual([])
  })

  it.each([
    ['en', 'Nobody was convicted.'],
    ['en', 'About 200 were targeted; how many were breached is not known.'],
    ['en', 'NEC said that 27,445 files were accessed and that no damage was confirmed.'],
    ['ja', '起訴された人はいません。'],
    ['ja', '不起訴とされ、有罪判決もありません。'],
    ['ja', '約200の組織が標的とされましたが、侵入された数は公表されていません。'],
    ['ja', '被害は確認されていないと説明しました。'],
  ] as const)('allow (%s) “%s”', (language, text) => {
    expect(forbids(language, text)).toBe(false)
  })

  it('allow a country inside a statement that an authority or organisation made', () => {
    expect(forbids('en', 'The ministry said it was highly likely that China was behind it.', ['jaxa-attribution-mofa'])).toBe(false)
    expect(forbids('en', 'Researchers described a server in China.', ['tick-spear-phishing'])).toBe(true)
  })

  it.each([
    ['en', 'The company said that the flaw was CVE-2019-18187.'],
    ['en', 'Mitsubishi Electric said that the way in was a flaw in OfficeScan.'],
    ['ja', '三菱電機は、トレンドマイクロの製品が突かれたと説明しました。'],
  ] as const)('want it said that the flaw is disputed where a text (%s) names it: “%s”', (language, text) => {
    expect(forbids(language, text, ['me-antivirus-zero-day'])).toBe(true)
    expect(forbids(language, text, ['me-antivirus-zero-day', 'me-which-flaw-disputed'])).toBe(false)
  })

  it.each([
    ['en', 'JAXA rented nothing.'],
    ['en', 'Call the Police.'],
    ['en', 'It was in 2016.'],
    ['en', 'NHK and Sankei wrote of it.'],
    ['en', 'Trend Micro has a page on it.'],
    ['en', 'Ask JPCERT/CC.'],
    ['ja', '三菱電機の話です。'],
    ['ja', '警察に届けます。'],
    ['ja', '2021年のことです。'],
    ['ja', 'NTTの話です。'],
    ['ja', '東京地検が決めました。'],
    ['ja', '日経クロステックの記事です。'],
    ['ja', '産経新聞が伝えました。'],
    ['ja', 'トレンドマイクロの製品です。'],
  ] as const)('see that prose (%s) tells of the cases: “%s”', (language, text) => {
    expect(findWatchWord(book, language, text)).not.toBeNull()
  })

  it.each([
    ['en', 'A tick in the box, and 2000 words.'],
    ['en', 'A connecting line.'],
    ['ja', '年に一度、契約を見直します。'],
    ['ja', '現地検査の生産経費です。'],
  ] as const)('see nothing of the cases in (%s) “%s”', (language, text) => {
    expect(findWatchWord(book, language, text)).toBeNull()
  })
})
