import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, cast, course, groups, keepSession, signIn } from '../installation.ts'

/** The admin's month: say where to report and who takes corrections, assign the course, give somebody more time. */

test.describe.configure({ mode: 'serial' })

/** A day as a date field takes it, so many days from today in Tokyo. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })

const groupBox = (page: Page, name: string) => page.getByRole('group', { name: 'Groups' }).getByRole('checkbox', { name })

test('An admin writes down where to report and whom to call', async ({ browser }) => {
  const page = await as(browser, 'admin')
  await page.goto('/admin/settings')
  await expectAccessible(page)
  await page.getByLabel(/where to report.*english/i).fill('The security desk, building 2, or security@kitahama.example')
  await page.getByLabel(/whom to call.*english/i).fill('Extension 4400, day and night')
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.context().close()
})

test('The owner names a contact for corrections, and dossiers show it', async ({ browser }) => {
  const page = await as(browser, 'owner')
  const learner = await as(browser, 'learner')
  const dossier = '/cases/jaxa'
  await learner.goto(dossier)
  await expect(learner.getByRole('main')).toContainText('Corrections go to your organisation’s admins')
  await expect(learner.getByRole('link', { name: 'Set a contact for corrections' })).toHaveCount(0)
  await page.goto(dossier)
  await page.getByRole('link', { name: 'Set a contact for corrections' }).click()
  await expect(page).toHaveURL(/\/admin\/settings#contact$/)
  const contact = page.getByRole('group', { name: 'Contact for corrections' })
  await contact.getByLabel('Who takes corrections').fill('Training desk')
  const save = page.locator('form').filter({ has: contact }).getByRole('button', { name: 'Save' })
  await save.click()
  await expect(contact.getByText('Fill in both the name and the address, or neither.')).toBeVisible()
  await expectAccessible(page)
  await contact.getByLabel('E-mail address').fill('training@kitahama.example')
  await save.click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await learner.reload()
  await expect(learner.getByRole('main')).toContainText('Corrections go to Training desk:')
  const mail = learner.getByRole('link', { name: 'training@kitahama.example' })
  await expect(mail).toHaveAttribute('href', 'mailto:training@kitahama.example')
  await page.context().close()
  await learner.context().close()
})

test('An admin assigns a course to a group, and sees before saving who gets what', async ({ browser }) => {
  const page = await as(browser, 'admin')
  await page.goto(`/admin/assignments/new?course=${course.id}`)
  await expect(page.getByText('Choose an audience')).toBeVisible()
  await groupBox(page, groups.works).check()
  const said = page.getByRole('status').filter({ hasText: course.title })
  await expect(said).toContainText(`2 people in ${groups.works} get “${course.title}” today`)
  await page.getByLabel('Last day').fill(inDays(14))
  await expect(said).toContainText('have until')
  await expect(page.getByRole('row').filter({ hasText: cast.learner.name })).toContainText('enrolled today')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Assign to 2 people' }).click()
  await expect(page).toHaveURL(/\/admin\/assignments\/[0-9a-f-]{36}/)
  await expect(page.getByRole('row').filter({ hasText: cast.otherLearner.name })).toBeVisible()
  await expectAccessible(page)
  // The same again: both keep what they have, so there is nothing to save.
  await page.goto(`/admin/assignments/new?course=${course.id}`)
  await groupBox(page, groups.works).check()
  await expect(page.getByRole('status').filter({ hasText: '2 already have it' })).toBeVisible()
  await page.context().close()
})

test('The learner finds it as the next step, with its date', async ({ browser }) => {
  const page = await as(browser, 'otherLearner')
  await page.goto('/training')
  await expect(
    page
      .getByRole('region', { name: course.firstLesson })
      .or(page.getByRole('heading', { name: course.firstLesson }))
      .first(),
  ).toBeVisible()
  await expect(page.getByText('The course is due')).toBeVisible()
  await page.context().close()
})

test('An admin gives one person more time, with a reason', async ({ browser }) => {
  const page = await as(browser, 'admin')
  await page.goto('/admin/assignments')
  await page.getByRole('main').getByRole('link', { name: course.title }).first().click()
  await page
    .getByRole('row')
    .filter({ hasText: cast.otherLearner.name })
    .getByRole('link', { name: /Extend or waive/ })
    .click()
  await page.getByLabel('New last day').fill(inDays(3))
  await page.getByLabel('Reason').first().selectOption({ label: 'Workload' })
  await page.getByRole('button', { name: /^Extend/ }).click()
  await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty()
  await page.getByLabel('New last day').fill(inDays(30))
  await page.getByRole('button', { name: /^Extend/ }).click()
  await expect(page.getByText('The date is moved and the reason recorded.')).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})

test('An admin of an affiliate sees and reaches that affiliate only', async ({ browser }) => {
  const page = await as(browser, 'branchAdmin')
  await page.goto('/admin/people')
  await expect(page.getByRole('row').filter({ hasText: cast.branchReviewer.name })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(cast.learner.name)
  await page.goto('/admin/groups')
  await expect(page.getByRole('main')).not.toContainText(groups.works)
  await page.goto('/admin/assignments')
  await expect(page.getByRole('main')).toContainText('Nothing is assigned.')
  await page.goto('/admin/assignments/new')
  await expect(groupBox(page, groups.works)).toHaveCount(0)
  await expect(page.getByRole('radio', { name: /Everyone in the organisation/ })).toBeDisabled()
  await page.context().close()
})

test('Whoever is deactivated is signed out at the next click', async ({ browser }) => {
  const admin = await as(browser, 'admin')
  const person = await as(browser, 'branchReviewer')
  await person.goto('/reports')
  await expect(person).toHaveURL(/\/reports/)
  const owner = await as(browser, 'owner')
  await owner.goto(`/admin/people?q=${encodeURIComponent(cast.branchReviewer.email)}`)
  await owner.getByRole('link', { name: cast.branchReviewer.name }).click()
  // An admin may not touch somebody who holds a role.
  await admin.goto(owner.url())
  await expect(admin.getByText('Only an owner changes their details.')).toBeVisible()
  await owner.getByText('Deactivate…').click()
  await owner.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(owner.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  await expect(owner.getByText('Sessions and open links ended at once')).toBeVisible()
  await person.goto('/reports')
  await expect(person).toHaveURL(/\/sign-in/)
  await owner.getByRole('button', { name: 'Reactivate' }).click()
  await expect(owner.getByText('Deactivate…')).toBeVisible()
  await signIn(person, 'branchReviewer', '/training')
  await keepSession(person.context(), 'branchReviewer')
  for (const page of [admin, person, owner]) await page.context().close()
})
