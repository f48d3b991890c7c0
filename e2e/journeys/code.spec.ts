import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, groups } from '../installation.ts'

const person = { name: 'Tomas Berg', number: 'K-1024', password: 'nine lamps along the quay' }

/** The code on the slip of a person; codes are made again each time, so the newest counts. */
async function printCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make the codes' }).click()
  const slip = page.getByRole('main').getByRole('listitem').filter({ hasText: person.name })
  await expect(slip).toContainText(`employee number ${person.number}`)
  await expectAccessible(page)
  return (await slip.locator('.code').textContent()) ?? ''
}

test.describe
  .serial('Somebody without an e-mail address', () => {
    let code = ''

    test('is given a code on paper by the admin', async ({ browser }) => {
      const page = await as(browser, 'admin')
      await page.goto('/admin/people/new')
      await page.getByLabel('Name', { exact: true }).fill(person.name)
      await page.getByLabel('Employee number').fill(person.number)
      const works = page.getByLabel('Home group').locator('option').filter({ hasText: groups.works })
      await page.getByLabel('Home group').selectOption((await works.first().getAttribute('value')) ?? '')
      await page.getByRole('button', { name: 'Add a person' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name)
      await page.getByRole('link', { name: 'Make a code on paper' }).click()
      const earlier = await printCode(page)
      // All people without an address are on the page of its own, and a code made there replaces the earlier one.
      await page.goto('/admin/people')
      await page.getByRole('link', { name: 'Codes on paper' }).click()
      await expect(page.getByRole('checkbox', { name: person.name })).toBeChecked()
      code = await printCode(page)
      expect(code).not.toBe(earlier)
      await page.reload()
      await expect(page.getByText(code)).toHaveCount(0)
      await page.context().close()
    })

    test('joins with it on a shared terminal and is signed out after five minutes of silence', async ({ browser }) => {
      const page = await as(browser, 'nobody')
      await page.clock.install()
      await page.goto('/sign-in')
      await page.getByRole('link', { name: 'I have a code on paper' }).click()
      await page.getByLabel('Code').fill('not a code')
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByText('This is not a whole code')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${person.name}`)
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByLabel('This device is shared').check()
      await page.getByRole('button', { name: 'Set the password and begin' }).click()
      await page.waitForURL('**/training')
      await page.goto('/account') // so that there is a page to come back to
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

      // Whoever is there is told to the server, once the page has come to life.
      let isTold = false
      page.on('request', (request) => {
        isTold ||= request.method() === 'POST' && request.url().endsWith('/account/seen')
      })
      const giveSign = async () => {
        await page.clock.fastForward('00:31')
        await page.keyboard.press('Shift')
        return isTold
      }
      await expect.poll(giveSign).toBe(true)

      const question = page.getByRole('dialog', { name: 'Are you still there?' })
      await page.clock.fastForward('04:10')
      await expect(question).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Shift')
      await expect(question).toBeHidden()
      await page.clock.fastForward('04:50')
      await expect(question).toBeVisible()
      const cookies = await page.context().storageState()
      await page.clock.fastForward('00:15')
      await page.waitForURL('**/sign-in?notice=left')
      await expect(page.getByText('nobody used this device for 5 minutes')).toBeVisible()
      await page.goBack()
      await expect(page).toHaveURL(/\/sign-in/)
      const thief = await browser.newContext({ baseURL: page.url(), storageState: cookies })
      const elsewhere = await thief.newPage()
      await elsewhere.goto('/training')
      await expect(elsewhere).toHaveURL(/\/sign-in/)
      await thief.close()
      await page.context().close()
    })

    test('signs in by employee number, and out with the button of the shared terminal', async ({ browser }) => {
      const page = await as(browser, 'nobody', { viewport: { width: 390, height: 844 } })
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address or employee number').fill(person.number.toLowerCase())
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByLabel('This device is shared').check()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL('**/training')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      await page.context().close()
    })
  })
