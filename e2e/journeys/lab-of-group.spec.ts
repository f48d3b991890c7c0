import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { as, cast, demo, groups } from '../installation.ts'

/** Mika Sand reads what groups did in a lab. In the made-up organisation enough people have handed one in, and in parts of it too few. */

const lab = { course: 'The name on the form', title: 'Traffic that stays home', group: groups.root }
const tables = ['Proxy records', 'Register of destinations', 'Known services', 'Machines']
const least = 10
const domain = cast.reviewer.email.split('@')[1]

test('A reviewer sees where a large group looked in a lab and what it missed, and of a small one nothing', async ({ browser }) => {
  const page = await as(browser, 'nobody', { baseURL: demo().address })
  const main = page.getByRole('main')
  await signInToDemo(page)
  await page.getByRole('link', { name: 'Reports' }).click()
  await main.getByRole('combobox', { name: 'Course' }).selectOption({ label: lab.course })
  await main.getByRole('button', { name: 'Show' }).click()
  await main.getByRole('link', { name: 'See everybody by name' }).click()
  await main.getByRole('link', { name: `${lab.title}: what ${lab.group} did in it` }).click()
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(lab.title)
  const people = await peopleTold(main)
  expect(people).toBeGreaterThanOrEqual(least)

  const looked = main.getByRole('region', { name: 'Where they looked' })
  await expect(looked).toContainText('What they looked at is known of all of them.')
  await expect(looked.getByRole('rowheader')).toHaveText(tables)
  const opened = (await countsIn(looked)).map(([count]) => count ?? 0)
  expect(Math.max(...opened)).toBe(people)
  expect(Math.min(...opened)).toBeLessThan(people)

  const proof = main.getByRole('region', { name: 'What proof they saw, along the expert’s path' })
  const cited = await countsIn(proof)
  for (const [all = 0, some = 0, none = 0] of cited) expect([none > 0, all + some + none <= people]).toEqual([true, true])
  await expectAccessible(page)

  await page.request.post('/language', { form: { language: 'ja', next: '/' } })
  await page.reload()
  await expect(main.getByRole('region', { name: '見た場所' })).toContainText('全員について、何を見たかの記録があります。')
  await page.request.post('/language', { form: { language: 'en', next: '/' } })
  await page.reload()

  await openSmallGroup(page)
  await expect(main.getByText(/^(Too few people to tell|Nobody has handed in this lab yet)$/)).toBeVisible()
  await expect(main.getByRole('table')).toHaveCount(0)
  await expect(main).not.toContainText('%')
  await page.context().close()
})

/** Goes from group to group beneath to the first of too few people; each of the others has figures, or why not. */
async function openSmallGroup(page: Page): Promise<void> {
  const main = page.getByRole('main')
  const beneath = main.getByRole('region', { name: 'The same of a group beneath' }).getByRole('link')
  for (const name of await beneath.allTextContents()) {
    await beneath.getByText(name, { exact: true }).click()
    await expect(main.getByText(`What the people of ${name} and all beneath it gave`)).toBeVisible()
    if ((await peopleTold(main)) < least) return
    // Of a large one nothing is told where it would tell of too few beside others.
    await expect(
      main
        .getByRole('table')
        .or(main.getByText(/handed it in\. Beside what is told/))
        .first(),
    ).toBeVisible()
    await page.goBack()
  }
  throw new Error('every group beneath has handed in enough')
}

/** How many people the page says that it is about. */
async function peopleTold(main: Locator): Promise<number> {
  const lead = await main.getByText(/^What the people of .* gave in their first attempt: /).textContent()
  return Number(/: (\d+) (?:person|people)\.$/.exec(lead ?? '')?.[1])
}

/** The counts in the rows of a table, each written as in `7 (58%)`. */
async function countsIn(section: Locator): Promise<number[][]> {
  const rows = await section.getByRole('row').all()
  const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allTextContents()))
  return cells.filter(({ length }) => length > 0).map((counts) => counts.map((count) => Number.parseInt(count, 10)))
}

async function signInToDemo(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address or employee number').fill(`reviewer@${domain}`)
  await page.getByLabel('Password', { exact: true }).fill(demo().password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/training')
}
