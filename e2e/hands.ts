import { expect, type Locator, type Page } from '@playwright/test'
import { tabAndPress, tabAndType, tabTo } from './keyboard.ts'

/** How somebody does things on a page: with a mouse, or with the keyboard alone. */
export interface Hands {
  press: (target: Locator) => Promise<void>
  tick: (box: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
  /** Chooses the entry of a list that begins with these words. */
  pick: (list: Locator, words: string) => Promise<void>
  /** Chooses one of several, by its place among them. */
  choose: (choices: Locator, place: number) => Promise<void>
  /** `YYYY-MM-DD`, or `HH:MM`. */
  enter: (field: Locator, moment: string) => Promise<void>
  /** The `+` of a row of the evidence, as many rows below the first as `place` says. */
  mark: (row: Locator, place: number) => Promise<void>
}

export const mouse = (): Hands => ({
  press: (target) => target.click(),
  tick: (box) => box.click(),
  write: (field, text) => field.fill(text),
  pick: async (list, words) => {
    const entry = list.locator('option').filter({ hasText: beginningWith(words) })
    await list.selectOption((await entry.first().getAttribute('value')) ?? '')
  },
  choose: (choices, place) => choices.nth(place).click(),
  enter: (field, moment) => field.fill(moment),
  mark: (row) => row.getByRole('button').click(),
})

export const keys = (page: Page): Hands => ({
  press: (target) => tabAndPress(page, target),
  tick: (box) => tabAndPress(page, box, 'Space'),
  write: (field, text) => tabAndType(page, field, text),
  pick: async (list, words) => {
    await tabTo(page, list)
    await page.keyboard.type(words.replace(/ ×$/, ''))
    await goDownTo(page, list, beginningWith(words))
  },
  choose: async (choices, place) => {
    await tabTo(page, choices.first())
    await page.keyboard.press('Space')
    for (let presses = 0; presses < place; presses += 1) await page.keyboard.press('ArrowDown')
    await expect(choices.nth(place)).toBeChecked()
  },
  enter: (field, moment) => enterByKeys(page, field, moment),
  mark: async (row, place) => {
    // The tab key reaches the cell where one was last, which need not be the first.
    await tabTo(page, page.locator('#ev [data-at][tabindex="0"]'))
    await page.keyboard.press('Control+Home')
    for (let presses = 0; presses < place; presses += 1) await page.keyboard.press('ArrowDown')
    await expect(row.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
  },
})

const beginningWith = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** Typing stops at the first entry that begins so, “PC-10” for “PC-1”: the one that is meant stands below it. */
async function goDownTo(page: Page, list: Locator, words: RegExp): Promise<void> {
  const chosen = list.locator('option:checked')
  const entries = await list.locator('option').count()
  for (let presses = 0; presses < entries && !words.test((await chosen.textContent()) ?? ''); presses += 1)
    await page.keyboard.press('ArrowDown')
  await expect(chosen).toHaveText(words)
}

/** A field for a day shows its parts in an order of the browser's; one sees which. */
async function enterByKeys(page: Page, field: Locator, moment: string): Promise<void> {
  const [year = '', month = '', day = ''] = moment.split('-')
  const clock = moment.replace(':', '')
  const ways = moment.includes(':') ? [clock, `${clock}AM`, `${onTwelve(moment)}`] : [`${month}${day}${year}`, `${day}${month}${year}`]
  for (const way of ways) {
    await tabTo(page, field)
    for (let part = 0; part < 6; part += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(way)
    if ((await field.inputValue()) === moment) return
  }
  throw new Error(`no order of its parts gave ${moment} to ${field}`)
}

function onTwelve(clock: string): string {
  const hour = Number(clock.slice(0, 2))
  return `${String(hour % 12 || 12).padStart(2, '0')}${clock.slice(3)}${hour < 12 ? 'AM' : 'PM'}`
}
