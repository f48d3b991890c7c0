import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { mouse } from '../hands.ts'
import { as, signIn } from '../installation.ts'
import { type AtWork, expectArrived, expectSaved, handIn, labs, leaveTour, mark, openLab, replay, respond, tourOn } from '../lab.ts'

/** Ayaka Mori takes a lab where the network comes and goes, on more than one device: nothing that she did is lost. */

test.describe.configure({ mode: 'serial' })

const place = labs.find(({ lab }) => lab === 'monday-nine-oh-two')
if (!place) throw new Error('there is no such lab')
const address = `/courses/${place.course}/${place.lab}`
let work: AtWork

/** The same lab on another page, with what was given so far. */
async function at(page: Page, isKnown = false): Promise<AtWork> {
  await page.goto(address)
  if (!isKnown) await leaveTour({ page, hands: mouse() })
  return { ...work, page, given: { ...work.given, marks: [...work.given.marks] } }
}
const device = async (browser: Browser) => at(await as(browser, 'owner'))
const reasons = (page: Page) => page.locator('.exhibits > li > small')
const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const keptIn = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('casebook.unsent')))
/** Where she looks for a row is kept a moment after what she does there: resolves once it is. */
const lookKept = ({ page, world }: AtWork, row: string) => {
  const look = `"find":${JSON.stringify(world.whereIs(row).find)}`
  const changesIn = (body: string | null) => new URLSearchParams(body ?? '').get('changes') ?? ''
  return page.waitForResponse((response) => response.ok() && changesIn(response.request().postData()).includes(look))
}
const row = (index: number) => `inbox-${index + 1}`

test('The first lab is shown round: by its parts, left by Escape, taken again by its button', async ({ browser }) => {
  const page = await as(browser, 'owner', { viewport: { width: 390, height: 844 } })
  work = await openLab(page, 'owner', place, mouse())
  const tour = tourOn(page)
  await expect(tour).toBeFocused()
  await expectAccessible(page)
  for (const [index, part] of ['brief', 'ev', 'cf', 'task', 'give'].entries()) {
    await expect(tour).toContainText(`${index + 1} of 5`)
    await expect(page.locator('[data-pointed]')).toHaveId(part)
    await expect(page.locator('[data-pointed]')).toBeInViewport()
    await expect(tour).toBeInViewport({ ratio: 1 })
    if (part !== 'give') await tour.getByRole('button', { name: 'Next' }).click()
  }
  await tour.getByRole('button', { name: 'Back' }).click()
  await expect(page.locator('[data-pointed]')).toHaveId('task')
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
  const again = page.getByRole('button', { name: 'Show me round' })
  await expect(again).toBeFocused()
  await expect(page.locator('[data-pointed]')).toHaveCount(0)
  await page.reload()
  await page.keyboard.press('Tab')
  await expect(tour).toBeHidden()
  await again.press('Enter')
  await expect(tour).toBeFocused()
  await expect(tour).toContainText('1 of 5')
  await page.keyboard.press('Escape')
  await comeAndGo(page)
  await page.context().close()
})

/** Below each other: the task that is chosen, even where it is open already, and the table that rows are picked in. */
async function comeAndGo(page: Page): Promise<void> {
  const task = work.world.tasks.find(({ kind }) => kind === 'rows')
  if (!task) throw new Error('no rows are asked for in this lab')
  const asked = page.locator('form#task h3')
  for (const _ of ['elsewhere', 'here']) {
    await page.locator('.tasks').getByRole('link', { name: task.short, exact: true }).click()
    await expectArrived(asked)
    await expect(asked).toHaveText(task.prompt.trim())
  }
  await page
    .locator('form#task')
    .getByRole('button', { name: /^Pick in / })
    .click()
  await expectArrived(page.locator('#ev .picking'))
}

test('What is done without a connection outlives its page, and is sent when she comes back', async ({ browser }) => {
  const here = await device(browser)
  const { page } = here
  const context = page.context()
  await context.setOffline(true)
  await mark(here, row(0))
  await mark(here, row(1))
  await notes(page).fill('Both ask for <b>money</b>.\nNeither is known.')
  await notes(page).blur()
  await expect(page.getByRole('alert').filter({ hasText: 'kept in this browser' })).toBeVisible()
  await expect(page.reload()).rejects.toThrow('INTERNET_DISCONNECTED')
  await page.close()
  await context.setOffline(false)
  const back = await context.newPage()
  await back.goto(address)
  await expect(reasons(back)).toHaveText(['Reason A', 'Reason B'])
  await expect(notes(back)).toHaveValue('Both ask for <b>money</b>.\nNeither is known.')
  await expectSaved(back)
  await expect.poll(() => keptIn(back)).toEqual([])
  await context.close()
  const other = await device(browser)
  await expect(reasons(other.page)).toHaveText(['Reason A', 'Reason B'])
  await expect(notes(other.page)).toHaveValue('Both ask for <b>money</b>.\nNeither is known.')
  // What is only just typed goes with the page.
  await notes(other.page).fill('Neither is known.')
  await other.page.goto('/training')
  await other.page.goto(address)
  await expect(notes(other.page)).toHaveValue('Neither is known.')
  work.given.marks = here.given.marks
  await other.page.context().close()
})

test('What was changed on two devices is put together by her, and nothing of it is dropped unasked', async ({ browser }) => {
  const [one, two] = [await device(browser), await device(browser)]
  await one.page.context().setOffline(true)
  await mark(one, row(2))
  const looked = lookKept(two, row(3))
  await mark(two, row(3))
  await looked
  await expectSaved(two.page)
  await one.page.context().setOffline(false)
  await one.page.getByRole('link', { name: 'Go on from what is saved' }).click()
  const asked = one.page.getByRole('dialog', { name: 'Not sent yet' })
  await expect(asked.getByRole('listitem')).toHaveCount(1)
  await expectAccessible(one.page)
  await one.page.keyboard.press('Escape')
  await one.page.keyboard.press('Escape')
  await expect(asked).toBeVisible()
  expect(await keptIn(one.page)).toHaveLength(1)
  await asked.getByRole('button', { name: 'Add it to what is saved' }).click()
  await expect(asked).toBeHidden()
  await expectSaved(one.page)
  await expect(reasons(one.page)).toHaveCount(4)
  await two.page.reload()
  await expect(reasons(two.page)).toHaveText(['Reason A', 'Reason B', 'Reason C', 'Reason C'])
  work.given.marks = [...one.given.marks, ...two.given.marks.slice(2)]
  for (const { page } of [one, two]) await page.context().close()
})

test('What a tab could not save is not lost when the tab beside it saves', async ({ browser }) => {
  const one = await device(browser)
  const two = await at(await one.page.context().newPage(), true)
  const marked = async (index: number) => {
    const looked = lookKept(one, row(index))
    await mark(one, row(index))
    await looked
    await expectSaved(one.page)
  }
  await marked(6)
  await mark(two, row(7))
  const goOn = two.page.getByRole('link', { name: 'Go on from what is saved' })
  await expect(goOn).toBeVisible()
  await marked(8)
  await goOn.click()
  const asked = two.page.getByRole('dialog', { name: 'Not sent yet' })
  await expect(asked.getByRole('listitem')).toHaveCount(1)
  await asked.getByRole('button', { name: 'Add it to what is saved' }).click()
  await expectSaved(two.page)
  await expect.poll(() => keptIn(two.page)).toEqual([])
  work.given.marks = [...one.given.marks, ...two.given.marks.slice(-1)]
  await expect(reasons(two.page)).toHaveText(work.given.marks.map(({ reason }) => reason))
  await one.page.context().close()
})

test('Whoever signs out leaves nothing of it on the device, and is told', async ({ browser }) => {
  const page = await as(browser, 'nobody')
  await signIn(page, 'owner', address)
  const here = await at(page)
  const context = page.context()
  await context.setOffline(true)
  await mark(here, row(4))
  await page.close()
  await context.setOffline(false)
  const back = await context.newPage()
  await back.goto('/account')
  expect(await keptIn(back)).toHaveLength(1)
  await back.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await back.waitForURL('**/sign-in**')
  await expect(back.getByRole('status').filter({ hasText: 'is removed from it' })).toBeVisible()
  expect(await keptIn(back)).toEqual([])
  await expectAccessible(back)
  await context.close()
})

test('Where the browser has no room, the page says so, and asks before it is left', async ({ browser }) => {
  const page = await as(browser, 'owner')
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const here = await at(page)
  await page.context().setOffline(true)
  const looked = lookKept(here, row(4))
  await mark(here, row(4))
  await expect(page.getByRole('alert').filter({ hasText: 'leave it open until the connection is back' })).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).dismiss()
  await page.context().setOffline(false)
  await looked
  await expectSaved(page)
  work.given.marks = here.given.marks
  // Nothing is unsent any more, and nothing is asked.
  await page.goto('/training')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.context().close()
})

test('What is left when the lab was handed in elsewhere is told as too late', async ({ browser }) => {
  const [one, two] = [await device(browser), await device(browser)]
  const context = one.page.context()
  await context.setOffline(true)
  await mark(one, row(5))
  await one.page.close()
  const task = two.world.tasks.find(({ kind }) => kind === 'choice')
  if (!task) throw new Error('nothing is chosen in this lab')
  await respond(two, task)
  await handIn(two)
  await expect(two.page.getByRole('region', { name: 'Your notes' })).toHaveText(/Neither is known\./)
  await expectAccessible(two.page)
  await two.page.setViewportSize({ width: 390, height: 844 })
  await replay(two, 1)
  await context.setOffline(false)
  const back = await context.newPage()
  await back.goto(address)
  await expect(back.getByRole('status').filter({ hasText: 'came too late' })).toBeVisible()
  expect(await keptIn(back)).toEqual([])
  for (const each of [context, two.page.context()]) await each.close()
})
