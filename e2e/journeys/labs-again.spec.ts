import { expect, test } from '@playwright/test'
import { openAttempt } from '../../testing/lab-world/open-attempt.ts'
import { mouse } from '../hands.ts'
import { as, cast, dataFolder } from '../installation.ts'
import { type AtWork, expectSaved, handIn, labs, leaveTour, mark, openLab, pressHandIn, respond } from '../lab.ts'

/** Daichi Noda plans an audit well, and once more badly: what he passed stays, and his two plans stand side by side. */

const place = labs.find(({ lab }) => lab === 'the-audit-budget')

test('A passed lab is tried again, and the plans stand side by side', async ({ browser }) => {
  test.setTimeout(120_000)
  if (!place) throw new Error('there is no lab with a plan')
  const page = await as(browser, 'admin')
  const main = page.getByRole('main')
  const first = await openLab(page, 'admin', place, mouse())
  await leaveTour(first)
  for (const row of first.world.evidence) await mark(first, row)
  await respond(first, planOf(first))
  await expectSaved(page)
  await handIn(first)
  await expect(main).toContainText('so yours saves 100 % of what can be saved.')
  await expect(main).toContainText('There is no earlier plan of yours to set beside it. Take the lab again')
  await expect(main).toContainText('To think with, no points: right to 0 %')

  await first.hands.press(main.getByRole('button', { name: 'Try again with new evidence' }))
  await expect(page.locator('#ev')).toBeVisible()
  const world = await openAttempt(dataFolder(), cast.admin.email, place.lab)
  expect(world.tables).not.toEqual(first.world.tables)
  const poor = { rows: ['controls-1'] }
  const second: AtWork = { ...first, world: { ...world, right: () => poor }, given: { tasks: {}, marks: [], hints: 0 } }
  await respond(second, planOf(second))
  await expectSaved(page)
  await pressHandIn(second)
  const { percent } = world.score(second.given)
  const best = first.world.score(first.given).percent
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `This time you reached ${percent} %. The lab stays passed, with ${best} % at best.`,
  )
  await expect(main.getByRole('heading', { name: /^Completed/ })).toBeVisible()

  const beside = main.getByRole('region', { name: 'Beside your earlier plan' })
  await expect(beside).toContainText(
    /In this model (the earlier plan would have saved|both plans save)|At this firm the earlier plan would cost/,
  )
  await expect(beside.getByRole('columnheader')).toHaveText(['Firm', 'Earlier plan', 'This plan', 'Days gained'])
  await expect(beside.getByRole('row')).toHaveCount(6)
  const earlier = first.given.tasks[planOf(first).id]?.given
  const rows = earlier && 'rows' in earlier ? earlier.rows : []
  const told = rows.filter((row) => !poor.rows.includes(row)).length
  await expect(beside.locator('.columns > div').last().getByRole('listitem')).toHaveCount(told)
  await page.context().close()
})

function planOf({ world }: Pick<AtWork, 'world'>) {
  const task = world.tasks.find(({ kind }) => kind === 'plan')
  if (!task) throw new Error('the lab asks for no plan')
  return task
}
