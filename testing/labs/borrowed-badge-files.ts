import type { Files } from '#services/catalogue/read-content'
import { fullFiles } from '../full-content.ts'
import './borrowed-badge.ts'

/** The sample content with a lab in its course. */

const folder = 'content/units/the-borrowed-badge'
export const labPaths = { lab: `${folder}/lab.yaml`, en: `${folder}/lab.en.yaml`, ja: `${folder}/lab.ja.yaml` } as const

const lab = `id: the-borrowed-badge
kind: lab
case: harbour
title: { en: The borrowed badge, ja: 借りられた社員証 }
minutes: 4
objectives: [check-first]
facts: [rentals, not-indicted]
controls: { cis: ["6.2"], nist-csf: [PR.AA-01], iso-27001: [A.5.16] }
attempts: 3
pauseDays: 1
hints: [nudge, where, how]
`

const words = (text: (en: string, ja: string) => string, record: string) => `brief:
  - ${text('A badge was used at night.', '夜に社員証が使われました。')}
tables:
  readings:
    title: ${text('Readings', '読み取り')}
    about: ${text('One row is one badge held to one door.', '1行は、扉にかざした社員証1回です。')}
    columns: { badge: ${text('Badge', '社員証')}, door: ${text('Door', '扉')}, at: ${text('Time', '日時')}, result: ${text('Result', '結果')} }
  people:
    title: ${text('People', '社員')}
    about: ${text('One row is one person.', '1行は1人です。')}
    columns: { badge: ${text('Badge', '社員証')}, name: ${text('Name', '氏名')} }
values:
  main: ${text('main door', '正面')}
  stores: ${text('stores', '倉庫')}
  tool-room: ${text('tool room', '工具室')}
  opened: ${text('opened', '開いた')}
  refused: ${text('refused', '開かなかった')}
  guard: ${text('the guard', '警備員')}
  visitor: ${text('a visitor', '来訪者')}
  owner: ${text('its owner', '持ち主')}
tasks:
  which-badge: { prompt: ${text('Which badge was used at night?', '夜に使われた社員証はどれですか。')}, short: ${text('Find the badge', '社員証を見つける')} }
  readings: { prompt: ${text('Mark its readings at night.', '夜の読み取りに印を付けてください。')}, short: ${text('Mark the readings', '読み取りに印を付ける')} }
  how-many: { prompt: ${text('How many readings were there?', '夜の読み取りは何回でしたか。')}, short: ${text('Count them', '数える')}, unit: ${text('readings', '回')} }
  first-time: { prompt: ${text('When was the first?', '最初はいつですか。')}, short: ${text('Find the first', '最初を見つける')} }
  who-held-it: { prompt: ${text('Who held the badge?', '誰が使いましたか。')}, short: ${text('Say who', '誰かを答える')} }
  what-first:
    prompt: ${text('Put these in order.', '順に並べてください。')}
    short: ${text('Put them in order', '順に並べる')}
    events: { used: ${text('It is used', '使われる')}, noticed: ${text('It is noticed', '気づかれる')}, blocked: ${text('It is blocked', '止められる')} }
  what-now:
    prompt: ${text('What now?', 'どうしますか。')}
    short: ${text('Decide', '決める')}
    choices:
      block: { text: ${text('Block it', '止める')}, then: ${text('The door stays shut that night.', 'その夜、扉は開きません。')} }
      ask: { text: ${text('Ask its owner', '持ち主に聞く')}, then: ${text('The owner never missed it.', '持ち主は気づいていませんでした。')} }
      wait: { text: ${text('Wait', '待つ')}, then: ${text('It is used once more.', 'もう一度使われます。')} }
  alarm: { prompt: ${text('From when should it ring?', 'いつから鳴らしますか。')}, short: ${text('Tune the alarm', '警報を決める')}, settings: { hour: ${text('From', '何時から')}, times: ${text('Times', '回数')} } }
hints: { nudge: ${text('Look at the nights.', '夜を見ましょう。')}, where: ${text('The tool room.', '工具室です。')}, how: ${text('Filter by hour.', '時刻で絞ります。')} }
debrief:
  steps:
    nights: { title: ${text('The nights', '夜')}, text: "${text('On {nights} nights a door opened.', '{nights}晩、扉が開きました。')}" }
    one-badge: { title: ${text('One badge', '1枚')}, text: "${text('All with {badge}.', 'すべて{badge}です。')}" }
  decoys: { night-guard: "${text('The guard made {rounds} rounds.', '警備員の巡回は{rounds}回です。')}" }
  decoyNames: { night-guard: "${text('The rounds of the guard', '警備員の巡回')}" }
  record: |
${record}
  control: ${text('A reader that knows the hours.', '時間帯を知る読み取り機。')}
`

const recordEn = `    :by[Police allege]{fact=rentals} that a man rented servers. Prosecutors, :by[newspapers reported]{fact=not-indicted}, decided
    not to indict him.`
const recordJa = `    :by[警察は]{fact=rentals}、男性がサーバーを借りたとみています。
    検察はこの男性を不起訴としたと:by[報じられました]{fact=not-indicted}。`

export function labFiles(): Files {
  const files = fullFiles()
  const course = files.get('content/courses/harbour.yaml') ?? ''
  files.set(
    'content/courses/harbour.yaml',
    course.replace('units: [the-desk, the-quiz]', 'units: [the-desk, the-quiz, the-borrowed-badge]'),
  )
  const track = files.get('content/tracks/everybody.yaml') ?? ''
  files.set('content/tracks/everybody.yaml', track.replace('about: 11', 'about: 15'))
  files.set(labPaths.lab, lab)
  files.set(
    labPaths.en,
    words((en) => en, recordEn),
  )
  files.set(
    labPaths.ja,
    words((_, ja) => ja, recordJa),
  )
  return files
}
