import { expect, test } from '@playwright/test'
import { keys } from '../hands.ts'
import { as } from '../installation.ts'
import { tabTo } from '../keyboard.ts'
import { type AtWork, expectSaved, expectShown, handIn, labs, leaveTour, mark, openLab, replay, respond, takeHint } from '../lab.ts'

/** Rosa Pinto takes every lab without a mouse: one row of proof, a task of every kind, one hint. */

// A trace that takes the page down (`--trace`) would do so at every key: a journey of hundreds of them takes several times as long.
test.use({ trace: 'off' })

for (const place of labs)
  test(`${place.title}, by keys alone`, async ({ browser }) => {
    test.setTimeout(120_000)
    const page = await as(browser, 'branchAdmin')
    const work = await openLab(page, 'branchAdmin', place, keys(page))
    const { tasks, evidence } = work.world
    await leaveTour(work)
    await lookRound(work)
    await mark(work, evidence[0] ?? '')
    const oneOfEach = tasks.filter(({ kind }, at) => tasks.findIndex((task) => task.kind === kind) === at)
    for (const task of oneOfEach) await respond(work, task)
    await expectSaved(page)
    await takeHint(work)
    await handIn(work)
    await replay(work, 1)
    await page.context().close()
  })

/** Walks from cell to cell, shows only what one of them holds, and all again. */
async function lookRound({ page, world }: AtWork): Promise<void> {
  const all = world.tables[0]?.rows.length ?? 0
  const at = (row: number, column: number) => page.locator(`#ev [data-at="${row} ${column}"]`)
  const chips = page.locator('#ev .chip')
  await tabTo(page, at(0, 0))
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
  await expect(at(1, 1)).toBeFocused()
  await page.keyboard.press('f')
  await expect(chips).toHaveCount(1)
  await page.keyboard.press('f')
  await expect(chips).toHaveCount(0)
  await expectShown(page, all)
  // Where one was is where one is.
  await expect(at(1, 1)).toBeFocused()
}
