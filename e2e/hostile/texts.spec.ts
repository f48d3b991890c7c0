// One file, because every test looks at the people, groups and lists that the second one makes.
import { expect, type Page, test } from '@playwright/test'
import { packsOf } from '../../testing/naughty/packs.ts'
import { naughtyStrings, written } from '../../testing/naughty/strings.ts'
import { as, course } from '../installation.ts'
import { addressOf, findPlaces, type Places } from '../pages/places.ts'
import { routeTable } from '../pages/route-table.ts'
import { ask, cookiesOf, each } from './ask.ts'
import { begin, guessAndHandIn, write as send, units } from './belongings.ts'
import { elementsOn, findForm, hiddenOn, intrudersOn, sendForm, textOn, textsOn } from './html.ts'

/** People, groups, lists and the organisation bear names made to break pages: every page shows them as the text they are. */

test.describe.configure({ mode: 'serial' })

/** Those that are kept as they are typed; what becomes of the others is tried with each verb. */
const isKept = (text: string) =>
  /^[\p{L}\p{N}\p{P}\p{S}](?:[\p{L}\p{N}\p{P}\p{S}\p{M} ]|\u200d)*$/u.test(text) &&
  text === text.normalize('NFC') &&
  !/ {2}| $|\u2800|\u3164/.test(text)
const texts = naughtyStrings.filter(isKept)
const packs = (most: number, from = texts) => packsOf(from, (pack) => pack.length <= most)
const every = <T>(all: readonly T[], step: number) => all.filter((_, index) => index % step === 0)

/** Of the workbench and what is told of it. */
const elementsOfLab = [
  ...[
    'thead',
    'tbody',
    'tfoot',
    'td',
    'caption',
    'textarea',
    'fieldset',
    'legend',
    'datalist',
    'noscript',
    'dialog',
    'figure',
    'figcaption',
  ],
  ...[
    'svg',
    'g',
    'circle',
    'line',
    'rect',
    'text',
    'path',
    'title',
    'dl',
    'dt',
    'dd',
    'b',
    'em',
    'strong',
    'small',
    'sup',
    'section',
    'aside',
  ],
]

let places: Places
let cookie: string
let assignment = ''
const known = new Set<string>()
const people: { name: string; employeeNumber: string; id: string }[] = []
const groups: { name: string; id: string }[] = []
const lists: { name: string; id: string }[] = []
let visits = 0

test.beforeAll(async ({ browser }) => {
  places = await findPlaces(browser)
  cookie = await cookiesOf(browser, 'owner')
})

const ownPages = () =>
  routeTable
    .filter(({ path, answers, otherwise }) => (answers.owner ?? otherwise) === 200 && !path.endsWith('/export'))
    .map(({ path }) => addressOf(path, places))

/** Reads a page, which has nothing on it that is not ours, and gives its texts. */
async function visit(path: string): Promise<Set<string>> {
  const { status, text } = await ask({ path, headers: { cookie } })
  visits += 1
  expect(status, path).toBe(200)
  expect(intrudersOn(text, known), path).toEqual([])
  return textsOn(text)
}

async function expectTexts(path: string, wanted: readonly string[]): Promise<void> {
  const shown = await visit(path)
  expect(wanted.filter((text) => !shown.has(text)).map(written), path).toEqual([])
}

test('what our pages are made of', async () => {
  expect(texts.length).toBeGreaterThan(700)
  for (const path of [...ownPages(), '/admin/people?q=nobody-at-all', '/sign-in', '/reports?search=nobody-at-all'])
    for (const element of elementsOn((await ask({ path, headers: { cookie } })).text)) known.add(element)
  for (const element of ['nav', 'ul', 'ol', 'li', 'table', 'option', 'optgroup', 'details', 'summary', 'time', 'abbr', 'wbr', 'code'])
    known.add(element)
  for (const element of ['iframe', 'naughty-element', 'img', 'math', 'object', 'base']) expect([...known]).not.toContain(element)
})

test('people, groups and lists are given such names', async () => {
  test.setTimeout(300_000)
  const person = await findForm('/admin/people/new', cookie, '[name=employeeNumber]')
  const names = packs(200)
  const numbers = packs(
    58,
    texts.filter((text) => !text.includes('@')),
  )
  await each([...Array(Math.max(names.length, numbers.length)).keys()], async (index) => {
    const name = names[index % names.length] ?? ''
    const employeeNumber = `${index} ${numbers[index % numbers.length]}`
    const { location, text } = await sendForm(person, cookie, { name, employeeNumber })
    expect(location, `${written(name)}: ${text.slice(0, 200)}`).toMatch(/^\/admin\/people\/[0-9a-f-]{36}$/)
    people.push({ name, employeeNumber, id: location.split('/').at(-1) ?? '' })
  })
  const group = await findForm('/admin/groups', cookie, '[name=parentId]')
  const list = await findForm('/admin/lists', cookie, '[name=groupId]')
  for (const [index, pack] of packs(112).entries()) {
    // Two that differ in capitals only are one name.
    const name = `${pack} ${index}`
    const { location } = await sendForm(group, cookie, { name })
    expect(location, written(name)).toMatch(/^\/admin\/groups\//)
    groups.push({ name, id: location.split('/').at(-1) ?? '' })
    const listed = await sendForm(list, cookie, { name })
    expect(listed.location, written(name)).toMatch(/^\/admin\/lists\//)
    lists.push({ name, id: listed.location.split('/').at(-1) ?? '' })
  }
  const adding = await findForm(`/admin/lists/${lists[0]?.id}`, cookie, '[name=people]')
  const { status } = await sendForm(adding, cookie, {
    people: people
      .slice(0, 200)
      .map(({ id }) => id)
      .join('\n'),
  })
  expect(status).toBe(200)
  const order = { to: 'some', list: lists[0]?.id ?? '', course: course.id, due: '2030-12-20' }
  const assigning = await findForm(`/admin/assignments/new?${new URLSearchParams(order)}`, cookie, '[name=to]')
  const { location } = await sendForm(assigning, cookie, order)
  expect(location).toMatch(/^\/admin\/assignments\/[0-9a-f-]{36}/)
  assignment = location.split('?')[0] ?? ''
})

test('every page shows them as they are', async () => {
  test.setTimeout(300_000)
  await each(people, ({ name, employeeNumber, id }) => expectTexts(`/admin/people/${id}`, [name, employeeNumber]))
  await each(every(people, 6), ({ name, id }) => expectTexts(`/reports/people/${id}`, [name]))
  await each(groups, async ({ name, id }) => {
    await expectTexts(`/admin/groups/${id}`, [name])
    await expectTexts(`/reports/groups/${id}`, [name])
  })
  await each(lists, ({ name, id }) => expectTexts(`/admin/lists/${id}`, [name]))
  await expectTexts(
    '/admin/groups',
    groups.map(({ name }) => name),
  )
  await expectTexts(
    '/admin/lists',
    lists.map(({ name }) => name),
  )
  await expectTexts(
    '/admin/people/codes',
    people.map(({ name }) => name),
  )
  const shown = new Set<string>()
  for (let page = 1; page <= Math.ceil(people.length / 50) + 1; page += 1)
    for (const text of await visit(`/admin/people?page=${page}`)) shown.add(text)
  expect(people.filter(({ name }) => !shown.has(name)).map(({ name }) => written(name))).toEqual([])
  for (const path of ownPages()) await visit(path)
})

test('the organisation, its guidance and its contact are shown as they are', async () => {
  test.setTimeout(300_000)
  const naming = await findForm('/admin/settings', cookie, '[name=timeZone]')
  const guiding = await findForm('/admin/settings', cookie, '[name=reportToEn]')
  const guidance = packs(600)
  const names = every(packs(120), 12)
  const contactEmail = 'a?bcc=b@kitahama.example'
  for (const [round, name] of names.entries()) {
    const [reportToEn = '', callEn = ''] = [guidance[round * 2], guidance[round * 2 + 1]]
    const contactName = names.at(-1 - round) ?? ''
    await sendForm(naming, cookie, { name, contactName, contactEmail })
    await sendForm(guiding, cookie, { reportToEn, callEn })
    await expectTexts('/admin/settings', [name, contactName, contactEmail, reportToEn, callEn])
    await expectTexts('/account', [name])
    await visit('/training')
    const lesson = [...(await visit(addressOf('/courses/[course]/[unit]', places)))].join('\n')
    for (const text of [reportToEn, callEn]) expect(lesson, written(text)).toContain(text)
    const { text: dossier } = await ask({ path: addressOf('/cases/[case]', places), headers: { cookie } })
    expect([...textsOn(dossier)].join('\n'), written(contactName)).toContain(contactName)
    expect(intrudersOn(dossier, known)).toEqual(['a href=mailto:a%3Fbcc%3Db@kitahama.example'])
  }
  await sendForm(naming, cookie, {})
  await sendForm(guiding, cookie, {})
})

test('the notes of extensions are told by the audit log as they are', async () => {
  test.setTimeout(300_000)
  const { text: assigned } = await ask({ path: assignment, headers: { cookie } })
  const [page = ''] = /\/admin\/assignments\/[0-9a-f-]{36}\/[0-9a-f-]{36}/.exec(assigned) ?? []
  const extending = await findForm(page, cookie, '[name=enrolmentId]')
  const notes = packs(1000)
  for (const [index, note] of notes.entries()) {
    const dueOn = new Date(Date.UTC(2031, 0, 1 + index)).toISOString().slice(0, 10)
    const { text } = await sendForm(extending, cookie, { dueOn, note })
    expect(intrudersOn(text, known), written(note)).toEqual([])
  }
  const told = await visit('/admin/audit-log?verb=extension.decide')
  expect(notes.filter((note) => !told.has(note)).map(written)).toEqual([])
})

test('the notes of waivers are told by the audit log as they are', async () => {
  test.setTimeout(300_000)
  const { text: assigned } = await ask({ path: assignment, headers: { cookie } })
  const pages = [...new Set(assigned.match(/\/admin\/assignments\/[0-9a-f-]{36}\/[0-9a-f-]{36}/g))]
  const notes = packs(1000)
  // Each enrolment is waived once.
  expect(pages.length).toBeGreaterThanOrEqual(notes.length)
  await each([...notes.entries()], async ([index, note]) => {
    const page = pages[index] ?? ''
    const waiving = await findForm(page, cookie, '[name=reason][type=radio]')
    const { text, status } = await sendForm(waiving, cookie, { reason: 'other', note })
    expect(status, `${page} ${written(note)}`).toBe(200)
    expect(intrudersOn(text, known), written(note)).toEqual([])
    await visit(page)
  })
  const told = await visit('/admin/audit-log?verb=waiver.grant')
  expect(notes.filter((note) => !told.has(note)).map(written)).toEqual([])
})

test('reasons and notes of a lab stand on its pages as they are, for whoever wrote them and for the reviewer', async ({ browser }) => {
  test.setTimeout(300_000)
  const [learner, reviewer] = [await cookiesOf(browser, 'otherLearner'), await cookiesOf(browser, 'reviewer')]
  const attempt = await begin(units.lab, 'lab', learner)
  const [reasons, notes] = [packs(290), packs(1990)]
  const write = async (changes: object[]) =>
    send(`${units.lab}/case-file`, learner, {
      ...{ attempt, sequence: await hiddenOn(units.lab, learner, 'sequence') },
      changes: JSON.stringify(changes),
    })
  const read = async (path: string, as: string) => {
    const { status, text } = await ask({ path, headers: { cookie: as } })
    expect(status, path).toBe(200)
    // The bench has elements that no other page has.
    expect(intrudersOn(text, new Set([...known, ...elementsOfLab])), path).toEqual([])
    return textOn(text)
  }
  const marks = reasons.map((reason, index) => ({ do: 'mark', row: `records-${index + 1}`, reason }))
  for (let from = 0; from < marks.length; from += 12) await write(marks.slice(from, from + 12))
  const onBench = await read(units.lab, learner)
  expect(reasons.filter((reason) => !onBench.includes(reason)).map(written)).toEqual([])
  for (const note of notes) {
    await write([{ do: 'note', text: note }])
    expect(await read(units.lab, learner), written(note)).toContain(note)
  }
  await guessAndHandIn(attempt, learner)
  for (const [path, as] of [
    [units.lab, learner],
    [`/reports/labs/${attempt}?why=asked`, reviewer],
  ] as const) {
    const told = await read(path, as)
    expect(told, path).toContain(notes.at(-1))
    expect(reasons.filter((reason) => told.includes(reason)).length, path).toBeGreaterThan(5)
  }
})

test('what was looked for, or typed wrongly, comes back into its field', async () => {
  test.setTimeout(300_000)
  const fields = [
    ['/admin/people', 'q'],
    [addressOf('/reports/courses/[course]', places), 'search'],
    ['/admin/audit-log', 'actor'],
    ['/admin/audit-log', 'subject'],
    [addressOf('/admin/lists/[list]', places), 'q'],
  ] as const
  await each([...packs(90).entries()], async ([index, words]) => {
    const [path, name] = fields[index % fields.length] ?? fields[0]
    await expectTexts(`${path}?${name}=${encodeURIComponent(words)}`, [words])
  })
  const signIn = await findForm('/sign-in', '', '[name=identifier]')
  for (const identifier of packs(300)) {
    const { text, status } = await sendForm(signIn, '', { identifier, password: 'a guess' })
    expect(status).toBe(200)
    expect(intrudersOn(text, known)).toEqual([])
    expect([...textsOn(text)], written(identifier)).toContain(identifier)
  }
  expect(visits).toBeGreaterThan(500)
})

/** Everything that tells that a text was taken for more than text. */
function watch(page: Page): string[] {
  const signs: string[] = []
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => signs.push('a dialog')))
  page.on('pageerror', (error) => signs.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) signs.push(`${page.url()}: ${message.text()}`)
  })
  return signs
}

test('in a browser nothing of it runs', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await as(browser, 'owner')
  const signs = watch(page)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`${violatedDirective} ${blockedURI}`),
    )
  })
  const some = [
    ...every(people, 15).map(({ id }) => `/admin/people/${id}`),
    ...every(groups, 8).flatMap(({ id }) => [`/admin/groups/${id}`, `/reports/groups/${id}`]),
  ]
  const lists50 = Array.from({ length: Math.ceil(people.length / 50) }, (_, index) => `/admin/people?page=${index + 1}`)
  // What machines read names no icon, so that a browser asks for the usual one and complains that there is none.
  const pages = ownPages().filter((path) => !path.startsWith('/api/'))
  for (const path of [...pages, ...lists50, `/admin/lists/${lists[0]?.id}`, ...some]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => 'naughty' in window), path).toBe(false)
  }
  expect(signs).toEqual([])
  await page.context().close()
})
