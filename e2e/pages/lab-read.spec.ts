import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, cast } from '../installation.ts'
import { addressOf, findPlaces, labPages } from './places.ts'

test('A reviewer says why before reading what somebody gave in a lab, by keys, and that person is told', async ({ browser }) => {
  test.setTimeout(300_000)
  const address = addressOf('/reports/labs/[attempt]', await findPlaces(browser))
  const page = await as(browser, 'reviewer')
  await page.goto(address)
  await expect(page.getByText('Why do you want to read it?')).toBeVisible()
  await expect(page.locator('.reviewed')).toHaveCount(0)
  await expectAccessible(page)
  // Without a reason the button leads nowhere; a word that is no reason is asked again, and a reason that came with a link.
  await page.getByRole('button', { name: 'Read what was given' }).press('Enter')
  await expect(page).toHaveURL(address)
  for (const given of ['curiosity', 'inquiry']) {
    await page.goto(`${address}?why=${given}`)
    await expect(page.getByText('Why do you want to read it?')).toBeVisible()
    await expect(page.locator('.reviewed')).toHaveCount(0)
  }
  const asked = page.getByRole('radio', { name: 'because they asked for it' })
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(asked).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.reviewed')).toBeVisible()
  await expect(page).toHaveURL(`${address}?why=asked`)
  await page.reload()
  await expect(page.locator('.reviewed')).toBeVisible()
  await page.context().close()
  const owner = await as(browser, 'owner')
  await owner.goto('/account')
  await expect(owner.locator('section[aria-labelledby=recorded]').getByText(cast.reviewer.name).first()).toContainText(
    'because they asked for it',
  )
  await owner.goto(labPages.owner[0])
  await expect(owner.getByRole('main')).toContainText('They have to say why, and your account shows you who did.')
  await owner.context().close()
})

test('An admin sees that labs may be read, and cannot change it', async ({ browser }) => {
  const admin = await as(browser, 'admin')
  await admin.goto('/admin/settings')
  const section = admin.getByRole('region', { name: 'Reading what people give in labs' })
  await expect(section).toContainText('Allowed since')
  await expect(section).toContainText('Only an owner changes these.')
  await expect(section.getByRole('button')).toHaveCount(0)
  await expectAccessible(admin)
  await admin.context().close()
})
