import { expect, type Locator, type Page } from '@playwright/test'
import { tabAndPress, tabTo } from './keyboard.ts'

/** Does every sort, spot and walk of the lesson that is shown and not done, as a reader would. */
export async function doActivities(page: Page): Promise<void> {
  for (const sort of await page.locator('.activity.sort').all()) {
    for (const thing of await sort.locator('fieldset.thing').all()) await thing.getByRole('radio').first().check()
    await press(sort, 'See where each belongs')
  }
  for (const spot of await page.locator('.activity.spot').all()) {
    await spot.getByRole('checkbox').first().check()
    await press(spot, 'Check what I marked')
  }
  for (const walk of await page.locator('.activity.walk').all()) {
    const moments = walk.locator('.docket > li')
    const look = walk.getByRole('button', { name: 'Look closer' })
    while (await look.isVisible()) {
      const told = await walk.locator('.told').count()
      await look.click()
      await expect(walk.locator('.told')).toHaveCount(told + 1)
    }
    await expect(walk.locator('.told')).toHaveCount(await moments.count())
  }
}

/** Checks what was placed: the words of the outcome then have the focus. */
async function press(activity: Locator, name: string): Promise<void> {
  const button = activity.getByRole('button', { name })
  if (!(await button.isVisible())) return
  await button.click()
  await expect(activity.locator('.result')).toBeVisible()
  await expect(activity.locator('.verdict').first()).toBeVisible()
  await expect(activity.locator('.result')).toBeFocused()
}

/** The same with the keyboard alone. */
export async function doActivitiesByKeys(page: Page): Promise<void> {
  for (const sort of await page.locator('.activity.sort').all()) {
    for (const thing of await sort.locator('fieldset.thing').all()) await tabAndPress(page, thing.getByRole('radio').first(), 'Space')
    await tabAndPress(page, sort.getByRole('button', { name: 'See where each belongs' }))
    await expect(sort.locator('.result')).toBeFocused()
  }
  for (const spot of await page.locator('.activity.spot').all()) {
    await tabAndPress(page, spot.getByRole('checkbox').first(), 'Space')
    await tabAndPress(page, spot.getByRole('button', { name: 'Check what I marked' }))
    await expect(spot.locator('.result')).toBeFocused()
  }
  for (const walk of await page.locator('.activity.walk').all()) {
    const look = walk.getByRole('button', { name: 'Look closer' })
    await tabTo(page, look)
    while (await look.isVisible()) {
      const told = await walk.locator('.told').count()
      // The button keeps the focus from one moment to the next.
      await page.keyboard.press('Enter')
      await expect(walk.locator('.told')).toHaveCount(told + 1)
    }
    await expect(walk.locator('.result')).toBeFocused()
  }
}
