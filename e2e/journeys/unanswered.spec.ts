import { expect, test } from '@playwright/test'
import { as, cast } from '../installation.ts'

/** What is typed stays when the server does not answer, or answers with nothing a form can show. */

for (const [how, fail] of [
  ['nobody answers', { abort: true }],
  ['the answer is a failure', { status: 503, contentType: 'text/plain', body: 'away' }],
] as const)
  test(`A form that was sent while ${how} keeps what was typed, says so, and can be sent again`, async ({ browser }) => {
    const page = await as(browser, 'nobody')
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address or employee number').fill(cast.learner.email)
    await page.getByLabel('Password', { exact: true }).fill(cast.learner.password)
    await page.route('**/sign-in/session', (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      return 'abort' in fail ? route.abort() : route.fulfill(fail)
    })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This was not sent, or its answer got lost.' })).toBeVisible()
    await expect(page.getByLabel('E-mail address or employee number')).toHaveValue(cast.learner.email)
    await page.unrouteAll()
    await page.getByLabel('Password', { exact: true }).fill(cast.learner.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname === '/training')
    await page.context().close()
  })
