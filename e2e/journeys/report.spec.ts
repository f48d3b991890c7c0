import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, cast, course, groups } from '../installation.ts'

/** The reviewer's ten minutes: the answer, who it is about, the file for the auditor, and the record of having taken it. */

test.describe.configure({ mode: 'serial' })

const formula = '=HYPERLINK("https://example.com","Bonus")'

test('An admin adds somebody whose name begins like a formula and assigns the course to them', async ({ browser }) => {
  const page = await as(browser, 'admin')
  await page.goto('/admin/people/new')
  await page.getByLabel('Name', { exact: true }).fill(formula)
  await page.getByLabel('Employee number').fill('7001')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(formula)
  await page.goto(`/admin/assignments/new?to=all&course=${course.id}`)
  await page.getByRole('button', { name: /^Assign to/ }).click()
  await expect(page).toHaveURL(/\/admin\/assignments\/[0-9a-f-]{36}/)
  await page.context().close()
})

test('A reviewer reads the answer, drills down to a person and exports the rows', async ({ browser }) => {
  const page = await as(browser, 'reviewer')
  await page.goto('/reports')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/of \d+ people (is|are) done/)
  await expectAccessible(page)
  await page.getByRole('link', { name: groups.works }).first().click()
  await expectAccessible(page)
  await page.getByRole('link', { name: cast.learner.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(cast.learner.name)
  await expectAccessible(page)

  await page.goto(`/reports/courses/${course.id}?search=hyperlink`)
  await expect(page.getByRole('row').filter({ hasText: formula })).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export these rows (CSV)' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${course.id}-\\d{4}-\\d{2}-\\d{2}\\.csv$`))
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv).toContain(`"'=HYPERLINK(""https://example.com"",""Bonus"")"`)
  expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m)
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  await page.context().close()
})

test('The export stands in the audit log, which nobody without the right can open', async ({ browser }) => {
  const page = await as(browser, 'reviewer')
  await page.goto('/admin/audit-log?verb=report.export')
  await expect(page.getByRole('main')).toContainText(cast.reviewer.name)
  await expectAccessible(page)
  const learner = await as(browser, 'otherLearner')
  expect((await learner.goto('/admin/audit-log'))?.status()).toBe(404)
  const admin = await as(browser, 'admin')
  expect((await admin.request.get(`/reports/courses/${course.id}/export`)).status()).toBe(403)
  for (const each of [page, learner, admin]) await each.context().close()
})

test('A reviewer of an affiliate sees nobody of the works', async ({ browser }) => {
  const page = await as(browser, 'branchReviewer')
  await page.goto(`/reports/courses/${course.id}`)
  await expect(page.getByRole('main')).not.toContainText(cast.learner.name)
  await expect(page.getByRole('main')).not.toContainText(groups.works)
  await page.context().close()
})
