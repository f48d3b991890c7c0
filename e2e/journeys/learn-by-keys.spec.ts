import { expect, type Page, test } from '@playwright/test'
import { doActivitiesByKeys } from '../activities.ts'
import { as, course } from '../installation.ts'
import { tabAndPress } from '../keyboard.ts'
import { askedOn, respondByKeys } from '../quiz.ts'

/** Lena Vogel takes the whole course without a mouse. */

test('A learner takes the course with the keyboard alone', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await as(browser, 'otherLearner')
  const main = page.getByRole('main')
  await page.goto('/training')
  for (let lesson = 0; lesson < course.lessons.length; lesson += 1) {
    await tabAndPress(page, main.getByRole('link', { name: 'Start the lesson' }))
    await readByKeys(page)
    await tabAndPress(page, page.getByRole('link', { name: 'Training', exact: true }).first())
  }
  await tabAndPress(page, main.getByRole('link', { name: 'Go to the quiz' }))
  await tabAndPress(page, main.getByRole('button', { name: 'Start the quiz' }))
  for (let question = 1; question <= course.draw; question += 1) {
    await expect(page.getByText(`question ${question} of ${course.draw}`)).toBeVisible()
    await expect(main.getByRole('button', { name: 'Certain' })).toBeVisible()
    await respondByKeys(page, await askedOn(page))
    const next = main.getByRole('link', { name: /Next question|See the result/ })
    // Enter alone goes on; Tab gets there too.
    if (question % 2 === 0) await tabAndPress(page, next)
    else {
      await expect(next).toBeVisible()
      await page.keyboard.press('Enter')
    }
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You passed with 100 %')
  await page.context().close()
})

/** Decides, does what else there is to do, and finishes the lesson. */
async function readByKeys(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: 'Finish the lesson' })).toBeHidden()
  for (const decision of await main.locator('.decision').all()) {
    await tabAndPress(page, decision.getByRole('radio').first(), 'Space')
    await tabAndPress(page, decision.getByRole('button', { name: 'This is what I would do' }))
    await expect(decision.getByText('Your choice', { exact: true })).toBeVisible()
  }
  await doActivitiesByKeys(page)
  await tabAndPress(page, main.getByRole('button', { name: 'Finish the lesson' }))
  await expect(main.getByText(/^Completed/).first()).toBeVisible()
}
