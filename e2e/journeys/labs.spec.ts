import { expect, test } from '@playwright/test'
import { mouse } from '../hands.ts'
import { as } from '../installation.ts'
import { expectSaved, expectShown, handIn, labs, leaveTour, mark, openLab, replay, respond, takeHint } from '../lab.ts'

/** Kwame Boateng takes labs with a mouse: each task rightly, every row of proof marked, one hint taken. */

/** These three ask for something of every kind; the others are taken as well by `npm run test:labs` and `npm run soak`. */
const always = ['the-audit-budget', 'the-log-that-stopped', 'the-quiet-account']

for (const place of labs.filter(({ lab }) => process.env.CASEBOOK_ALL_LABS || always.includes(lab)))
  test(`${place.title}, by mouse`, async ({ browser }) => {
    // Each step has its own limit, and more rows to mark are more steps: the whole may take as long as the machine is busy.
    test.setTimeout(600_000)
    const page = await as(browser, 'branchReviewer')
    const work = await openLab(page, 'branchReviewer', place, mouse())
    const { tasks, evidence, steps } = work.world
    await leaveTour(work)
    for (const row of evidence) await mark(work, row)
    const half = Math.ceil(tasks.length / 2)
    for (const task of tasks.slice(0, half)) await respond(work, task)
    await expectSaved(page)
    await page.reload()
    // The case file is as it was left, reasons and all, and so is what was given.
    await expect(page.locator('.exhibits > li > small')).toHaveText(work.given.marks.map(({ reason }) => reason))
    await expect(page.locator('.tasks > li > small').filter({ hasText: 'Given, certain' })).toHaveCount(half)
    for (const task of tasks.slice(half)) await respond(work, task)
    await takeHint(work)
    await handIn(work)
    for (const step of steps.keys()) await replay(work, step)
    await expectShown(page, steps.at(-1)?.rows ?? 0)
    await page.context().close()
  })
