import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { course } from './installation.ts'
import { tabAndPress, tabTo } from './keyboard.ts'

/** The quiz as its files have it: read as data, so that a journey can respond rightly or wrongly on purpose. */

interface Key {
  id: string
  kind: 'one-choice' | 'several-choices' | 'order' | 'match'
  choices: string[]
  correct?: string[] | Record<string, string>
}
interface Words {
  prompt: string
  choices: Record<string, { text: string; why: string }>
  targets?: Record<string, string>
}
export interface Asked extends Key {
  words: Words
}

const folder = join(import.meta.dirname, '../content/units', course.quiz)
const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'))
const { questions } = read('quiz.yaml') as { questions: Key[] }
const words = read('questions.en.yaml') as Record<string, Words>

/** The question that the page asks now. */
export async function askedOn(page: Page): Promise<Asked> {
  const prompt = ((await page.getByRole('main').locator('h1').textContent()) ?? '').trim()
  const key = questions.find(({ id }) => words[id]?.prompt.trim() === prompt)
  const found = key && words[key.id]
  if (!key || !found) throw new Error(`no question asks “${prompt}”`)
  return { ...key, words: found }
}

/** The texts of what to choose in a question of one or several choices. */
export function textsToChoose({ words: { choices }, correct, ...key }: Asked, isRight: boolean): string[] {
  const right = correct as string[]
  const chosen = isRight ? right : key.choices.filter((id) => !right.includes(id)).slice(0, 1)
  return chosen.map((id) => choices[id]?.text ?? '')
}

/** The texts of an order question from first to last; wrongly, from last to first. */
function inOrder({ choices, words: { choices: texts } }: Asked, isRight: boolean): string[] {
  const order = choices.map((id) => texts[id]?.text ?? '')
  return isRight ? order : order.reverse()
}

/** What to choose for each choice of a match question: its own target, or the one of the next choice. */
function pairsOf({ choices, correct, words: { choices: texts, targets = {} } }: Asked, isRight: boolean): [string, string][] {
  const right = correct as Record<string, string>
  const shift = isRight ? 0 : 1
  return choices.map((id, index) => {
    const owner = choices[(index + shift) % choices.length] ?? id
    return [texts[id]?.text ?? '', targets[right[owner] ?? ''] ?? '']
  })
}

/** Every answer that the page's script gets to a response, as it comes. */
export function answersTo(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/response') && response.ok()) answers.push(response.text())
  })
  return answers
}

/** No word of what explains or decides a question is in the page, or was in an answer to its script, before the response is given. */
export async function expectSilent(page: Page, asked: Asked, answers: Promise<string>[] = []): Promise<void> {
  const html = (await page.content()).replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
  const told = (await Promise.all(answers)).map((answer) => JSON.stringify(JSON.parse(answer)).replaceAll('\\"', '"'))
  for (const { why } of Object.values(asked.words.choices)) for (const text of [html, ...told]) expect(text).not.toContain(why.slice(0, 60))
}

/** Chooses with mouse or finger, in a question without a draft. */
export async function choose(page: Page, asked: Asked, isRight: boolean): Promise<void> {
  const main = page.getByRole('main')
  if (asked.kind === 'one-choice' || asked.kind === 'several-choices')
    for (const text of textsToChoose(asked, isRight)) await main.getByText(text, { exact: true }).click()
  if (asked.kind === 'order') await bringInOrder(page, inOrder(asked, isRight), (button) => button.click())
  if (asked.kind === 'match')
    for (const [choice, target] of pairsOf(asked, isRight))
      await main.getByRole('combobox', { name: choice, exact: true }).selectOption({ label: target })
}

/** Responds with what is chosen, and says how sure. */
export const sayCertain = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Certain' }).click()

export async function respond(page: Page, asked: Asked, isRight: boolean): Promise<void> {
  await choose(page, asked, isRight)
  await sayCertain(page)
}

/** What the form shows as chosen, of whichever kind the question is. */
export function chosenOn(page: Page): Promise<string[]> {
  return page.locator('.options').evaluate((options) => {
    const checked = [...options.querySelectorAll('input:checked')].map((input) => input.closest('label')?.textContent ?? '')
    const picked = [...options.querySelectorAll('select')].map(({ value }) => value)
    const ordered = [...options.querySelectorAll('.row > span:nth-child(2)')].map((each) => each.textContent ?? '')
    return [...checked, ...picked, ...ordered]
  })
}

/** Responds with keys alone. */
export async function respondByKeys(page: Page, asked: Asked): Promise<void> {
  const main = page.getByRole('main')
  if (asked.kind === 'one-choice' || asked.kind === 'several-choices') {
    const shown = await main.locator('.option label > span:last-child').allTextContents()
    for (const text of textsToChoose(asked, true)) await page.keyboard.press(String(shown.map((each) => each.trim()).indexOf(text) + 1))
    await page.keyboard.press('c')
    return
  }
  if (asked.kind === 'order') await bringInOrder(page, inOrder(asked, true), (button) => tabAndPress(page, button))
  if (asked.kind === 'match')
    for (const [choice, target] of pairsOf(asked, true)) {
      await tabTo(page, main.getByRole('combobox', { name: choice, exact: true }))
      await page.keyboard.type(target)
    }
  await tabAndPress(page, main.getByRole('button', { name: 'Certain' }))
}

type Press = (button: ReturnType<Page['locator']>) => Promise<void>

/** Moves each choice up until it stands at its place. */
async function bringInOrder(page: Page, order: string[], press: Press): Promise<void> {
  const rows = page.locator('.options.order .option .row > span:nth-child(2)')
  for (const [place, text] of order.entries()) {
    const now = (await rows.allTextContents()).map((each) => each.trim()).indexOf(text)
    for (let at = now; at > place; at -= 1) {
      await press(page.getByRole('button', { name: `Move up: ${text}`, exact: true }))
      await expect(rows.nth(at - 1)).toHaveText(text)
    }
  }
}
