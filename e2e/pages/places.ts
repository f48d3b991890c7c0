import { type Browser, expect, type Page } from '@playwright/test'
import { mouse } from '../hands.ts'
import { as, cast, course, groups } from '../installation.ts'
import { handIn, labs, openLab, respond } from '../lab.ts'

/** Addresses of real things, found by clicking as an admin would: what stands for the parameters of routes. */
export type Places = Record<
  'language' | 'case' | 'course' | 'unit' | 'person' | 'group' | 'list' | 'assignment' | 'enrolment' | 'attempt' | 'token' | 'code',
  string
>

const lastOf = (address: string) => new URL(address).pathname.split('/').at(-1) ?? ''

export async function findPlaces(browser: Browser): Promise<Places> {
  const page = await as(browser, 'owner')
  // Whatever was tried before may have changed it.
  await page.request.post('/language', { form: { language: 'en', next: '/' } })
  const main = page.getByRole('main')
  await page.goto(`/admin/people?q=${encodeURIComponent(cast.learner.email)}`)
  await main.getByRole('link', { name: cast.learner.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(cast.learner.name)
  const person = lastOf(page.url())
  await page.goto('/admin/groups')
  await main.getByRole('link', { name: groups.works }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(groups.works)
  const group = lastOf(page.url())
  await page.goto('/admin/lists')
  const made = main.getByRole('link', { name: 'First aiders' })
  if (await made.isVisible()) await made.click()
  else {
    const form = main.locator('form').filter({ has: page.getByRole('button', { name: 'Make a list' }) })
    await form.getByLabel('Name').fill('First aiders')
    await form.getByLabel('Kept by').selectOption({ value: group })
    await form.getByRole('button', { name: 'Make a list' }).click()
  }
  await expect(page).toHaveURL(/\/admin\/lists\/[0-9a-f-]{36}/)
  const list = lastOf(page.url())
  const { assignment, enrolment } = await findOpenEnrolment(page)
  const attempt = await findLabs(page)
  await page.context().close()
  return {
    language: 'en',
    case: 'jaxa',
    course: course.id,
    unit: course.lessons[0],
    person,
    group,
    list,
    assignment,
    enrolment,
    attempt,
    token: 'unknown',
    code: 'AAAAAAAAAAAAAAAAAAAAAA',
  }
}

/** An assignment to everybody, with an enrolment in it that is still open; it is made where there is none yet. */
async function findOpenEnrolment(page: Page): Promise<{ assignment: string; enrolment: string }> {
  const main = page.getByRole('main')
  await page.goto(`/admin/assignments/new?to=all&course=${course.id}`)
  const assign = main.getByRole('button', { name: /^Assign to/ })
  if (await assign.isVisible()) {
    await assign.click()
    await expect(page).toHaveURL(/\/admin\/assignments\/[0-9a-f-]{36}/)
  }
  await page.goto('/admin/assignments')
  const addresses = await main.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const address of addresses.filter((each) => /\/assignments\/[0-9a-f-]{36}$/.test(each))) {
    await page.goto(address)
    const decide = main.getByRole('link', { name: /Extend or waive/ })
    if ((await decide.count()) === 0) continue
    const href = (await decide.first().getAttribute('href')) ?? ''
    return { assignment: lastOf(page.url()), enrolment: href.split('/').at(-1) ?? '' }
  }
  throw new Error('no assignment has an open enrolment')
}

const addressOfLab = (lab: string) => `/courses/${labs.find((each) => each.lab === lab)?.course}/${lab}`

/** What a lab looks like to the owner before it is begun, at work (a rule is tuned, a column filtered), and handed in. */
export const labPages: readonly string[] = [
  addressOfLab('the-log-that-stopped'),
  `${addressOfLab('the-quiet-account')}?task=rule&table=access&by=opened`,
  addressOfLab('the-audit-budget'),
]

/** Brings the owner's labs into these states, where they are not yet. @returns the attempt that was handed in. */
async function findLabs(page: Page): Promise<string> {
  const main = page.getByRole('main')
  await page.goto(`/courses/${labs.find(({ lab }) => lab === 'the-log-that-stopped')?.course}`)
  const begin = main.getByRole('button', { name: 'Start this course' })
  if (await begin.isVisible()) await begin.click()
  await expect(begin).toBeHidden()
  const isBegun = async (lab: string) => {
    await page.goto(addressOfLab(lab))
    return (await page.locator('#ev').count()) > 0
  }
  const open = async (lab: string) => {
    const place = labs.find((each) => each.lab === lab)
    if (!place) throw new Error(`there is no lab ${lab}`)
    return openLab(page, 'owner', place, mouse())
  }
  if (!(await isBegun('the-quiet-account'))) await open('the-quiet-account')
  if (!(await isBegun('the-audit-budget'))) {
    const work = await open('the-audit-budget')
    for (const task of work.world.tasks.filter(({ kind }) => kind === 'plan')) await respond(work, task)
    await handIn(work)
  }
  await page.goto(`/admin/people?q=${encodeURIComponent(cast.owner.email)}`)
  await main.getByRole('link', { name: cast.owner.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(cast.owner.name)
  await page.goto(`/reports/people/${lastOf(page.url())}`)
  const given = main.getByRole('link', { name: 'What was given' })
  return lastOf(new URL((await given.first().getAttribute('href')) ?? '', page.url()).href)
}

/** `/admin/people/[person]` -> `/admin/people/0198…`. */
export const addressOf = (path: string, places: Readonly<Record<string, string>>) =>
  path.replace(/\[(\w+)\]/g, (_, name: string) => places[name] ?? name)
