import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, cast, keepSession, linkIn, mailTo, origin, signIn } from '../installation.ts'

test.describe('Signing in and out', () => {
  test('A wrong password and an unknown address get the same sentence', async ({ browser }) => {
    const page = await as(browser, 'nobody')
    const tellings: (string | null)[] = []
    for (const email of [cast.learner.email, 'nobody@kitahama.example']) {
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address or employee number').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      const telling = page.getByRole('main').getByRole('alert')
      await expect(telling).not.toBeEmpty()
      tellings.push(await telling.textContent())
      await expectAccessible(page)
    }
    expect(tellings[0]).toBeTruthy()
    expect(tellings[0]).toBe(tellings[1])
    await page.context().close()
  })

  test('Whoever signs in lands where they wanted to go, but never on another site', async ({ browser }) => {
    for (const [next, landing] of [
      ['/account', '/account'],
      ['https://example.com/', '/training'],
      ['//example.com/', '/training'],
      ['/\\example.com', '/training'],
    ] as const) {
      const page = await as(browser, 'nobody')
      await signIn(page, 'learner', next, landing)
      expect(new URL(page.url()).origin).toBe(origin())
      await page.context().close()
    }
  })

  test('Signing out ends the session at once, wherever its cookie is kept', async ({ browser }) => {
    const page = await as(browser, 'nobody')
    await signIn(page, 'otherLearner', '/training')
    const stolen = await page.context().storageState()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
    await page.waitForURL('**/sign-in**')
    const thief = await browser.newContext({ baseURL: origin(), storageState: stolen })
    const elsewhere = await thief.newPage()
    await elsewhere.goto('/training')
    await expect(elsewhere).toHaveURL(/\/sign-in/)
    await thief.close()
    await page.context().close()
  })

  test('A forgotten password is reset by a link that works once', async ({ browser }) => {
    const page = await as(browser, 'nobody')
    await page.goto('/reset-password')
    await expectAccessible(page)
    await page.getByLabel('E-mail address').fill(cast.otherLearner.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText('a mail is on its way')).toBeVisible()
    const link = linkIn(await mailTo(cast.otherLearner.email, /reset-password\//), /reset-password\//)
    // Opening it, even twice, changes nothing.
    await page.goto(link)
    await page.goto(link)
    await expectAccessible(page)
    await page.getByLabel('New password').fill('password1')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty()
    await page.getByLabel('New password').fill(cast.otherLearner.password)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.waitForURL('**/sign-in**')
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link can no longer be used')
    // The reset ended every session of hers: later tests need a new one.
    await signIn(page, 'otherLearner', '/training')
    await keepSession(page.context(), 'otherLearner')
    await page.context().close()
  })
})

test.describe('Requests from elsewhere', () => {
  test('A form of another site is refused', async ({ request }) => {
    const refused = await request.post(`${origin()}/language`, {
      headers: { origin: 'https://example.com' },
      form: { language: 'ja', next: '/' },
    })
    expect(refused.status()).toBe(403)
  })

  test('Links in mail begin with the address that is set, whatever host a request claims', async ({ request }) => {
    const { host } = new URL(origin())
    const headers = { host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' }
    const page = await request.get(`${origin()}/reset-password`, { headers })
    const hidden = [...(await page.text()).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
    const fields = Object.fromEntries(hidden.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"')]))
    expect(Object.keys(fields).length).toBeGreaterThan(0)
    const sent = await request.post(`${origin()}/reset-password`, {
      headers: { ...headers, origin: origin() },
      multipart: { ...fields, email: cast.branchReviewer.email },
    })
    expect(sent.ok()).toBe(true)
    const mail = await mailTo(cast.branchReviewer.email, /reset-password\//)
    expect(new URL(linkIn(mail, /reset-password\//)).host).toBe(host)
    expect(mail).not.toContain('elsewhere.example')
  })

  test('Every page carries the headers that protect it, and no script without a nonce', async ({ request }) => {
    const response = await request.get(`${origin()}/sign-in`)
    const headers = response.headers()
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    for (const script of (await response.text()).match(/<script[^>]*>/g) ?? []) expect(script).toContain('nonce=')
  })
})
