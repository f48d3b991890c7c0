import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { as, cast, groups, keepDemo, keepSession, linkIn, mailTo, origin, type Role, setUpLink } from './installation.ts'

/** The installation comes to life: the owner sets it up, makes the groups and invites everybody; each accepts by the mailed link. */

test.describe.configure({ mode: 'serial' })

const owner = (browser: Browser) => as(browser, 'owner')

test('Whoever holds the link can look around in a made-up organisation first', async ({ browser }) => {
  test.setTimeout(300_000) // eighteen months of history are played
  const page = await as(browser, 'nobody')
  await page.goto(setUpLink())
  await page.getByRole('button', { name: 'Make the demonstration' }).click()
  const password = (await page.locator('.demo-password').textContent()) ?? ''
  await expectAccessible(page)
  const open = page.getByRole('link', { name: 'Open the demonstration' })
  await expect(open).toBeVisible({ timeout: 240_000 })
  keepDemo({ address: (await open.getAttribute('href')) ?? '', password })
  await open.click()
  const banner = page.getByRole('complementary', { name: 'Demonstration' })
  for (const account of ['reviewer', 'admin', 'learner']) {
    await expect(banner).toBeVisible()
    await page.getByLabel('E-mail address or employee number').fill(`${account}@kitahama.example`)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/training')
    if (account === 'reviewer') {
      await page.goto(new URL('/reports', page.url()).href)
      await expect(page.getByRole('main')).toContainText('Nagoya works')
      await expectAccessible(page)
      await page.emulateMedia({ media: 'print' })
      await expect(banner).toBeVisible() // on paper too
      await page.emulateMedia({ media: null })
    }
    await page.goto(new URL('/account', page.url()).href)
    await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
    await page.waitForURL('**/sign-in**')
  }
  // The password was told once, and the other organisation waits as before.
  await page.goto(setUpLink())
  await expect(page.getByText('The demonstration is there.')).toBeVisible()
  await expect(page.getByText(password)).toHaveCount(0)
  await expect(banner).toHaveCount(0)
  await page.context().close()
})

test('The owner sets the organisation up with the printed link', async ({ browser }) => {
  const page = await as(browser, 'nobody')
  await page.goto(`${origin()}/setup?token=wrong`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This set-up link can no longer be used')
  // Opening the link, even twice, spends nothing.
  await page.goto(setUpLink())
  await page.goto(setUpLink())
  await expectAccessible(page)
  await page.getByLabel('Name of the organisation').fill(groups.root)
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await page.getByLabel('Your name').fill(cast.owner.name)
  await page.getByLabel('E-mail address').fill(cast.owner.email)
  await page.getByLabel('Password', { exact: true }).fill('password')
  await page.getByRole('button', { name: 'Set up and begin' }).click()
  await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty()
  await expect(page.getByLabel('Name of the organisation')).toHaveValue(groups.root)
  await page.getByLabel('Password', { exact: true }).fill(cast.owner.password)
  await page.getByRole('button', { name: 'Set up and begin' }).click()
  await page.waitForURL('**/training')
  await keepSession(page.context(), 'owner')
  expect((await page.goto(setUpLink()))?.status()).toBe(404)
  await page.context().close()
})

test('The owner allows reviewers to read labs by the keyboard, stops it without script, and allows it again', async ({ browser }) => {
  const [page, plain] = [await owner(browser), await as(browser, 'owner', { javaScriptEnabled: false })]
  const partOf = (each: Page) => each.getByRole('region', { name: 'Reading what people give in labs' })
  const allow = (each: Page) => partOf(each).getByRole('button', { name: 'Allow it from now on' })
  const stop = (each: Page) => partOf(each).getByRole('button', { name: 'Stop it' })
  await page.goto('/admin/settings')
  await expect(partOf(page)).toContainText('Not allowed: nobody reads what somebody else gave')
  await allow(page).press('Enter')
  await expect(partOf(page)).toContainText('Allowed since')
  await expectAccessible(page)
  await plain.goto('/admin/settings')
  await stop(plain).click()
  await expect(partOf(plain)).toContainText('Not allowed')
  await allow(plain).click()
  await expect(stop(plain)).toBeVisible()
  await page.reload()
  await expect(partOf(page)).toContainText('Allowed since')
  for (const each of [page, plain]) await each.context().close()
})

test('The owner makes the groups', async ({ browser }) => {
  const page = await owner(browser)
  for (const name of [groups.works, groups.affiliate]) {
    await page.goto('/admin/groups')
    const form = page
      .getByRole('main')
      .locator('form')
      .filter({ has: page.getByRole('button', { name: 'Add a group' }) })
    await form.getByLabel('Name').fill(name)
    await form.getByRole('button', { name: 'Add a group' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await page.context().close()
})

const employees: { role: Role; group: string; grant?: { role: string; for?: string } }[] = [
  { role: 'admin', group: groups.root, grant: { role: 'Admin' } },
  { role: 'reviewer', group: groups.root, grant: { role: 'Reviewer' } },
  { role: 'branchAdmin', group: groups.affiliate, grant: { role: 'Admin', for: groups.affiliate } },
  { role: 'branchReviewer', group: groups.affiliate, grant: { role: 'Reviewer', for: groups.affiliate } },
  { role: 'learner', group: groups.works },
  { role: 'otherLearner', group: groups.works },
]

for (const { role, group, grant } of employees) {
  const { name, email, password } = cast[role]

  test(`${name} is added, invited and accepts`, async ({ browser }) => {
    const page = await owner(browser)
    await page.goto('/admin/people/new')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('E-mail address').fill(email)
    await chooseGroup(page, 'Home group', group)
    await page.getByRole('button', { name: 'Add a person' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    if (grant) await grantRole(page, grant)
    await page.getByRole('button', { name: 'Invite by mail' }).click()
    await expect(page.getByText('Invitation sent.')).toBeVisible()
    await page.context().close()

    const invited = await as(browser, 'nobody')
    await invited.goto(linkIn(await mailTo(email, /\/invite\//), /\/invite\//))
    await expect(invited.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${name}`)
    await expectAccessible(invited)
    await invited.getByLabel('Password', { exact: true }).fill(password)
    await invited.getByRole('button', { name: 'Set the password and begin' }).click()
    await invited.waitForURL('**/training')
    await keepSession(invited.context(), role)
    await invited.context().close()
  })
}

async function chooseGroup(page: Page, label: string, name: string): Promise<void> {
  const option = page.getByLabel(label).locator('option').filter({ hasText: name })
  await page.getByLabel(label).selectOption((await option.first().getAttribute('value')) ?? '')
}

async function grantRole(page: Page, grant: { role: string; for?: string }): Promise<void> {
  await page.getByText('Grant a role…').click()
  await page.getByLabel('Role', { exact: true }).selectOption({ label: grant.role })
  if (grant.for) await chooseGroup(page, 'For', grant.for)
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await expect(page.getByText('Role granted.')).toBeVisible()
}
