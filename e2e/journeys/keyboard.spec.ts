import { expect, test } from '@playwright/test'
import { as, cast, course, groups } from '../installation.ts'
import { tabAndPress, tabAndType, tabTo } from '../keyboard.ts'

/** The journeys of admin and reviewer without a mouse. Pages are opened by their address; everything else is keys. */

test.describe.configure({ mode: 'serial' })

test('An admin adds a person and assigns a course with the keyboard alone', async ({ browser }) => {
  const page = await as(browser, 'admin')
  await page.goto('/admin')
  // The first stop of every page skips what repeats.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabAndPress(page, page.getByRole('link', { name: 'People', exact: true }).first())
  await tabAndPress(page, page.getByRole('link', { name: 'Add a person' }))
  const main = page.getByRole('main')
  await tabAndType(page, main.getByLabel('Name', { exact: true }), 'Yui Nakagawa')
  await tabAndPress(page, main.getByRole('button', { name: 'Add a person' }))
  // The form comes back with the focus on what needs a second look.
  await expect(main.getByLabel('E-mail address')).toBeFocused()
  await expect(main.getByLabel('Name', { exact: true })).toHaveValue('Yui Nakagawa')
  await page.keyboard.type('yui.nakagawa@kitahama.example')
  await tabTo(page, main.getByLabel('Home group'))
  await page.keyboard.type(groups.affiliate)
  await tabAndPress(page, main.getByRole('button', { name: 'Add a person' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yui Nakagawa')

  await tabAndPress(page, page.getByRole('link', { name: 'Assignments', exact: true }).first())
  await tabAndPress(page, main.getByRole('link', { name: 'New assignment' }).first())
  await tabAndPress(page, main.getByRole('checkbox', { name: groups.affiliate }), 'Space')
  await expect(page.getByRole('status').filter({ hasText: groups.affiliate })).toBeVisible()
  await tabAndPress(page, main.getByRole('button', { name: /^(Assign to|Set the date for)/ }))
  await expect(page).toHaveURL(/\/admin\/assignments\/[0-9a-f-]{36}/)
  await expect(main.getByRole('row').filter({ hasText: 'Yui Nakagawa' })).toBeVisible()
  await page.context().close()
})

test('A reviewer finds a person in a report and exports the rows with the keyboard alone', async ({ browser }) => {
  const page = await as(browser, 'reviewer')
  await page.goto('/training')
  const main = page.getByRole('main')
  await tabAndPress(page, page.getByRole('link', { name: 'Reports', exact: true }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('done')
  await tabAndPress(page, main.getByRole('link', { name: groups.affiliate }).first())
  await tabAndPress(page, main.getByRole('link', { name: 'Yui Nakagawa' }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Yui Nakagawa')
  await page.goto(`/reports/courses/${course.id}`)
  await tabAndType(page, main.getByRole('searchbox'), cast.learner.email)
  await page.keyboard.press('Enter')
  await expect(main.getByRole('row').filter({ hasText: cast.learner.name })).toBeVisible()
  const waiting = page.waitForEvent('download')
  await tabAndPress(page, main.getByRole('link', { name: 'Export these rows (CSV)' }))
  expect((await waiting).suggestedFilename()).toContain(course.id)
  await page.context().close()
})
