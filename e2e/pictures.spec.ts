import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { as, groups } from './installation.ts'

/** Takes the pictures of the README (`npm run pictures`), of an installation in which the journeys have left their traces. */

test.describe.configure({ mode: 'serial' })

const desk = { viewport: { width: 1366, height: 920 }, colorScheme: 'light' } as const
const course = '/courses/rented-in-someone-elses-name'
const take = async (page: Page, name: string) => {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: resolve(import.meta.dirname, `../docs/images/${name}.png`) })
}
const dueSoon = () => new Date(Date.now() + 4 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })

test('People join and get the course with a near date', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await as(browser, 'admin', desk)
  const newcomers = [
    'Jun Okada',
    'Emi Sato',
    'Rio Takeda',
    'Ken Murata',
    'Mako Ueno',
    'Petra Lindqvist',
    'Tomás Herrera',
    'Amina Diallo',
    'Noor Haddad',
  ]
  for (const [index, name] of newcomers.entries()) {
    await page.goto('/admin/people/new')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Employee number').fill(`8${100 + index}`)
    const group = page
      .getByLabel('Home group')
      .locator('option')
      .filter({ hasText: index % 3 === 0 ? groups.affiliate : groups.works })
    await page.getByLabel('Home group').selectOption((await group.first().getAttribute('value')) ?? '')
    await page.getByRole('button', { name: 'Add a person' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await page.goto(`/admin/assignments/new?course=rented-in-someone-elses-name&to=all&due=${dueSoon()}`)
  await page.getByRole('button', { name: /^(Assign to|Set the date for)/ }).click()
  await expect(page).toHaveURL(/\/admin\/assignments\/[0-9a-f-]{36}/)
  await page.context().close()
})

test('A lesson, the next step, a question and a report', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await as(browser, 'reviewer', desk)
  await page.goto(`${course}/five-rentals#p2`)
  await take(page, 'lesson')
  await page.goto(`${course}/five-rentals`)
  const decision = page.getByRole('region').filter({ has: page.getByRole('button', { name: 'This is what I would do' }) })
  await decision.getByRole('radio').nth(1).check()
  await page.getByRole('button', { name: 'This is what I would do' }).click()
  await expect(page.getByText('Your choice', { exact: true })).toBeVisible()
  await page.goto(`${course}/five-rentals`)
  await page.getByRole('button', { name: 'Finish the lesson' }).click()
  await expect(page.getByText(/^Completed/).first()).toBeVisible()
  await page.goto('/training')
  await take(page, 'training')
  await page.goto(`${course}/what-you-can-check`)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page.getByRole('button', { name: /Certain/ })).toBeVisible()
  await page
    .getByRole('radio')
    .or(page.getByRole('checkbox'))
    .nth(1)
    .check({ force: true, timeout: 2_000 })
    .catch(() => undefined)
  await take(page, 'question')
  await page.goto('/reports')
  await take(page, 'reports')
  await page.context().close()
})
