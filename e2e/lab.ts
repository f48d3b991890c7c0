import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import type { LabWorld, Whereabouts } from '../testing/lab-world/lab-world.ts'
import { openAttempt } from '../testing/lab-world/open-attempt.ts'
import type { Hands } from './hands.ts'
import { cast, dataFolder, type Role } from './installation.ts'

/** A lab as somebody works in it, with whichever hands. What is right is known from the seed; everything else is read and done in the page. */

const content = join(import.meta.dirname, '../content')
const read = (file: string): unknown => parse(readFileSync(join(content, file), 'utf8'))

interface Place {
  lab: string
  title: string
  course: string
}

const courses = readdirSync(join(content, 'courses')).map((file) => read(`courses/${file}`) as { id: string; units: string[] })

/** Every lab, with the course it stands in. */
export const labs: Place[] = readdirSync(join(content, 'units'))
  .filter((unit) => readdirSync(join(content, 'units', unit)).includes('lab.yaml'))
  .map((lab) => ({
    lab,
    title: (read(`units/${lab}/lab.yaml`) as { title: { en: string } }).title.en,
    course: courses.find(({ units }) => units.includes(lab))?.id ?? '',
  }))

type Task = LabWorld['tasks'][number]
type Given = Parameters<LabWorld['score']>[0]

/** Somebody at work in a lab. */
export interface AtWork {
  page: Page
  hands: Hands
  world: LabWorld
  /** What was given so far, for the grader. */
  given: { tasks: Record<string, Given['tasks'][string]>; marks: { row: string; reason: string }[]; hints: number }
}

/** Goes to the lab by way of its course, which is begun where it was not, and opens the evidence. */
export async function openLab(page: Page, role: Role, { lab, title, course }: Place, hands: Hands): Promise<AtWork> {
  const main = page.getByRole('main')
  await page.goto(`/courses/${course}`)
  const begin = main.getByRole('button', { name: 'Start this course' })
  if (await begin.isVisible()) await hands.press(begin)
  await hands.press(main.getByRole('listitem').getByRole('link', { name: title, exact: true }))
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(title)
  await hands.press(main.getByRole('button', { name: 'Open the evidence' }))
  await expect(page.locator('#ev')).toBeVisible()
  const world = await openAttempt(dataFolder(), cast[role].email, lab)
  return { page, hands, world, given: { tasks: {}, marks: [], hints: 0 } }
}

export const tourOn = (page: Page) => page.getByRole('dialog', { name: 'A first look round' })

/** The first lab on a device is introduced; who knows labs leaves it. */
export async function leaveTour({ page, hands }: Pick<AtWork, 'page' | 'hands'>): Promise<void> {
  await expect(tourOn(page)).toBeVisible()
  await hands.press(tourOn(page).getByRole('button', { name: 'Leave it' }))
  await expect(tourOn(page)).toBeHidden()
}

const evidence = (page: Page) => page.locator('#ev')
const count = (page: Page) => evidence(page).locator('.count')
export const expectShown = (page: Page, shown: number) => expect(count(page)).toHaveText(new RegExp(`^${shown.toLocaleString('en')} of `))

async function openTable({ page, hands }: AtWork, title: string): Promise<void> {
  const tab = evidence(page)
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${title} [\\d,]+$`) })
  if ((await tab.getAttribute('aria-current')) !== 'true') await hands.press(tab)
  await expect(tab).toHaveAttribute('aria-current', 'true')
}

/** Removes every filter but the one that is wanted. */
async function clearFilters({ page, hands }: AtWork, wanted: string | null): Promise<void> {
  const chips = evidence(page).locator('.chip')
  for (const words of await chips.locator('> span').allTextContents())
    if (words !== wanted) {
      await hands.press(evidence(page).getByRole('link', { name: `Remove the filter ${words}`, exact: true }))
      await expect(chips.filter({ hasText: words })).toHaveCount(0)
    }
}

/** Filters a column by one value out of its list. */
async function filter({ page, hands }: AtWork, { column, value, words }: NonNullable<Whereabouts['only']>): Promise<void> {
  const chip = evidence(page).locator('.chip').filter({ hasText: words })
  if ((await chip.count()) > 0) return
  await hands.pick(evidence(page).getByRole('combobox', { name: 'Filter a column' }), `Filter: ${column}`)
  const fields = evidence(page).getByRole('group', { name: `Filter: ${column}` })
  await hands.pick(fields.getByRole('combobox', { name: 'Value' }), `${value} ×`)
  await hands.press(fields.getByRole('button', { name: 'Apply' }))
  await expect(chip).toHaveCount(1)
}

/** Finds a row in its table and puts it into the case file, or picks it for a task. */
async function add(work: AtWork, row: string): Promise<void> {
  const { page, hands, world } = work
  const { table, only, find, shown, place, cells } = world.whereIs(row)
  await openTable(work, table)
  await clearFilters(work, only?.words ?? null)
  if (only) await filter(work, only)
  await hands.write(evidence(page).getByRole('searchbox', { name: 'Find in this table' }), find)
  await expectShown(page, shown)
  const found = evidence(page).locator(`tr[aria-rowindex="${place + 2}"]`)
  await expect(found.getByRole('gridcell')).toHaveText(cells.slice(1))
  await hands.mark(found, place)
  await expect(found).toHaveAttribute('aria-selected', 'true')
}

/** After Z come AA and AB. */
const letterOf = (place: number): string =>
  (place < 26 ? '' : letterOf(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26))

/** Marks a row of the evidence, and says why. */
export async function mark(work: AtWork, row: string): Promise<void> {
  const { page, hands, given } = work
  await add(work, row)
  const letter = letterOf(given.marks.length)
  const reason = `Reason ${letter}`
  await hands.write(page.getByRole('textbox', { name: `Your reason for ${letter}`, exact: true }), reason)
  await page.keyboard.press('Enter')
  await expect(page.locator('.exhibits').getByText(reason, { exact: true })).toBeVisible()
  given.marks.push({ row, reason })
}

/** What was asked for has the focus and is in sight, however far away it stands. */
export async function expectArrived(at: Locator): Promise<void> {
  await expect(at).toBeFocused()
  await expect(at).toBeInViewport()
}

const form = (page: Page) => page.locator('form#task')

async function openTask({ page, hands }: AtWork, task: Task): Promise<void> {
  await hands.press(page.locator('.tasks').getByRole('link', { name: task.short, exact: true }))
  await expect(form(page).locator('h3')).toHaveText(task.prompt.trim())
  await expectArrived(form(page).locator('h3'))
}

/** Opens a task, responds rightly, and is certain. */
export async function respond(work: AtWork, task: Task): Promise<void> {
  const { page, hands, world, given } = work
  await openTask(work, task)
  const right = world.right(task.id)
  const response = 'rows' in right ? { rows: await giveRows(work, task, right.rows) } : right
  if (!('rows' in right)) await giveOne(work, task, right)
  await hands.press(form(page).getByRole('button', { name: 'Certain' }))
  await expect(form(page).getByText('This response is given; it can still be changed.')).toBeVisible()
  given.tasks[task.id] = { given: response, certainty: 'certain' }
}

type Response = ReturnType<LabWorld['right']>

async function giveOne(work: AtWork, task: Task, right: Response): Promise<void> {
  const { page, hands } = work
  const fields = form(page)
  if ('isUnknowable' in right) return hands.tick(fields.getByRole('checkbox', { name: 'This cannot be known from this evidence' }))
  if ('value' in right && task.kind === 'value') return giveValue(page, hands, right.value, task)
  if ('number' in right) {
    const field = fields.getByRole('spinbutton')
    await hands.write(field, '1')
    await enterGivesNothing(page)
    // An empty field is no response.
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expectNothingGiven(page)
    return hands.write(field, String(right.number))
  }
  if ('time' in right) return giveTime(work, task, right.time)
  if ('order' in right && task.kind === 'order') return giveOrder(page, hands, right.order, task)
  if ('choice' in right && task.kind === 'choice') {
    const place = task.choices.findIndex(({ id }) => id === right.choice)
    return hands.choose(fields.getByRole('radio'), place)
  }
  if ('rule' in right && task.kind === 'rule')
    for (const { id, title } of task.settings) await hands.pick(fields.getByRole('combobox', { name: title }), String(right.rule[id]))
}

/** In a field of a task: how sure one is, is said by its own buttons. */
async function enterGivesNothing(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('status')).toHaveText('Kept, and given once you say how sure you are.')
}

const expectNothingGiven = (page: Page) => expect(form(page).getByRole('status')).toHaveText('Respond first, then say how sure you are.')

async function giveValue(page: Page, hands: Hands, value: string, { options }: Extract<Task, { kind: 'value' }>): Promise<void> {
  const words = options.find(({ id }) => id === value)?.text ?? value
  const list = form(page).locator('select[name=value]')
  if (await list.isVisible()) await hands.pick(list, words)
  else {
    const field = form(page).getByRole('combobox', { name: 'Type a value of the column' })
    await hands.write(field, words)
    await enterGivesNothing(page)
    // What is typed over is not given; a phone writes capitals, and a space after a word.
    await hands.write(field, `${words}x`)
    await expectNothingGiven(page)
    await hands.write(field, `${words.toUpperCase()} `)
    await enterGivesNothing(page)
  }
}

/** The minute before its day: it waits in its field. */
async function giveTime(work: AtWork, task: Task, time: string): Promise<void> {
  const { page, hands } = work
  const [day = '', clock] = time.split('T')
  const minute = form(page).getByLabel('Time, if you know it')
  if (clock) {
    await hands.enter(minute, clock)
    await expectNothingGiven(page)
    // Tab comes to the parts of a day from the front only.
    await openTask(work, task)
  }
  await hands.enter(form(page).getByLabel('Day', { exact: true }), day)
  await enterGivesNothing(page)
  await expect(minute).toHaveValue(clock ?? '')
}

/** Moves each event up until it stands at its place; an order that was right from the beginning is kept. */
async function giveOrder(page: Page, hands: Hands, order: readonly string[], { events }: Extract<Task, { kind: 'order' }>): Promise<void> {
  const texts = form(page).locator('.ordering li:not(.keep) > span')
  const right = order.map((id) => events.find((event) => event.id === id)?.text ?? id)
  const keep = form(page).getByRole('button', { name: 'This order is right' })
  for (const [place, text] of right.entries())
    for (let at = (await texts.allTextContents()).indexOf(text); at > place; at -= 1) {
      await hands.press(form(page).getByRole('button', { name: `Move up: ${text}`, exact: true }))
      await expect(texts.nth(at - 1)).toHaveText(text)
    }
  if (await keep.isVisible()) await hands.press(keep)
}

/** Takes the rows from the case file where it holds just these, and else picks them in their table. */
async function giveRows(work: AtWork, task: Task, rows: readonly string[]): Promise<readonly string[]> {
  if (task.kind !== 'rows' && task.kind !== 'plan') throw new Error(`${task.id} asks for no rows`)
  const { page, hands, given, world } = work
  const marked = given.marks.map(({ row }) => row).filter((row) => row.startsWith(`${task.table}-`))
  const isThese = marked.length === rows.length && rows.every((row) => marked.includes(row))
  if (isThese && task.kind === 'rows') await hands.press(form(page).getByRole('button', { name: /^Take the \d+ in the case file$/ }))
  else {
    const title = world.tables.find(({ id }) => id === task.table)?.title
    await hands.press(form(page).getByRole('button', { name: `Pick in ${title}`, exact: true }))
    await expectArrived(evidence(page).locator('.picking'))
    for (const row of rows) await add(work, row)
    await hands.press(form(page).getByRole('button', { name: 'Done picking' }))
  }
  await expect(form(page).locator('.picked li')).toHaveCount(rows.length)
  return rows
}

/** Everything done is kept on the server. */
export const expectSaved = (page: Page) => expect(page.locator('.labbar [role=status]')).toHaveText(/^saved( [\d:]+)?$/)

export async function takeHint({ page, hands, given }: AtWork): Promise<void> {
  await hands.press(page.getByRole('button', { name: /^Take a hint/ }))
  given.hints += 1
  await expect(page.locator('#hints > p')).toHaveCount(given.hints)
}

/** Presses the button that ends the attempt: asked once more where tasks have no response. */
export async function pressHandIn({ page, hands, world, given }: AtWork): Promise<void> {
  const end = page.getByRole('button', { name: 'Hand in everything' })
  await hands.press(end)
  const missing = world.tasks.length - Object.keys(given.tasks).length
  if (missing === 0) return
  const asked = page.getByRole('dialog', { name: 'Hand in with tasks left open?' })
  await expect(asked).toContainText(`Tasks without a response: ${missing} of ${world.tasks.length}.`)
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(end).toBeFocused()
  await hands.press(end)
  await hands.press(asked.getByRole('button', { name: 'Hand in anyway' }))
}

/** Hands everything in, and reads the score that the grader gives for what was given, how many rows of proof were cited, and the steps. */
export async function handIn(work: AtWork): Promise<void> {
  const { page, world, given } = work
  await expect(page.getByText(`Responses given: ${Object.keys(given.tasks).length} of ${world.tasks.length}.`)).toBeVisible()
  await pressHandIn(work)
  const { percent, isPassed, found } = world.score(given)
  const sentence = isPassed ? `You passed with ${percent} %;` : `You reached ${percent} %;`
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sentence)
  await expect(page.getByRole('main')).toContainText(`You cited ${found} of the ${world.evidence.length} rows that prove it`)
  await expect(page.locator('.path ol > li')).toHaveCount(world.steps.length)
}

/** Shows a step of the debrief in the evidence. */
export async function replay({ page, hands, world }: AtWork, step: number): Promise<void> {
  const { table = '', rows = 0 } = world.steps[step] ?? {}
  const told = page.locator('.path ol > li').nth(step)
  await hands.press(told.getByRole('button'))
  await expect(told).toHaveAttribute('aria-current', 'step')
  await expectArrived(count(page))
  await expect(evidence(page).getByRole('navigation').locator('[aria-current=true]')).toContainText(table)
  await expectShown(page, rows)
}
