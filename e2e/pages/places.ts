import { type Browser, expect, type Page } from '@playwright/test'
import { mouse } from '../hands.ts'
import { as, cast, course, groups, type Role } from '../installation.ts'
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
  const attempt = await findLabAttempt(page)
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

const addressOfLab = (lab: string, asked = '') => `/courses/${labs.find((each) => each.lab === lab)?.course}/${lab}${asked}`

/** What each workbench is looked at with: a task of every kind, tables counted, sorted and searched. */
const asked: Record<string, string> = {
  'five-names-one-hand': '?task=checks&table=payments&sort=-amount',
  'monday-nine-oh-two': '?task=collector&table=inbox',
  'one-account-two-places': '?task=since&table=signins&group=town',
  'the-audit-budget': '?task=plan&table=controls',
  'the-log-that-stopped': '?task=lasts&table=installs&find=a',
  'the-quiet-account': '?task=rule&table=access&by=opened',
  'traffic-that-stays-home': '?task=filter&table=records&group=destination',
}

/** What labs look like, by whom it is shown to: one before it is begun, all of them at work, and all of them handed in. */
export const labPages = {
  owner: [addressOfLab('the-log-that-stopped')],
  admin: labs.map(({ lab }) => addressOfLab(lab, asked[lab])),
  branchAdmin: labs.map(({ lab }) => addressOfLab(lab)),
} as const satisfies Partial<Record<Role, readonly string[]>>

/** Begins the course of a lab that is only looked at; hands in another. @returns the attempt that was handed in. */
async function findLabAttempt(page: Page): Promise<string> {
  const main = page.getByRole('main')
  await page.goto(`/courses/${labs.find(({ lab }) => lab === 'the-log-that-stopped')?.course}`)
  const begin = main.getByRole('button', { name: 'Start this course' })
  if (await begin.isVisible()) await begin.click()
  await expect(begin).toBeHidden()
  await handInWhereNot(page, 'owner', 'the-audit-budget')
  await page.goto(`/admin/people?q=${encodeURIComponent(cast.owner.email)}`)
  await main.getByRole('link', { name: cast.owner.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(cast.owner.name)
  await page.goto(`/reports/people/${lastOf(page.url())}`)
  const given = main.getByRole('link', { name: 'What was given' })
  return lastOf(new URL((await given.first().getAttribute('href')) ?? '', page.url()).href)
}

/** Brings every lab into the states of `labPages`, where it is not yet: the journeys have left most of them so. */
export async function prepareLabs(browser: Browser): Promise<void> {
  const [admin, branchAdmin] = [await as(browser, 'admin'), await as(browser, 'branchAdmin')]
  for (const page of [admin, branchAdmin]) await page.request.post('/language', { form: { language: 'en', next: '/' } })
  for (const place of labs) {
    await admin.goto(addressOfLab(place.lab))
    // What was handed in is begun once more.
    const again = admin.getByRole('main').getByRole('button', { name: 'Try again with new evidence' })
    if (await again.isVisible()) await again.click()
    else if ((await admin.locator('#ev').count()) === 0) await openLab(admin, 'admin', place, mouse())
    await expect(admin.locator('#ev')).toBeVisible()
    await handInWhereNot(branchAdmin, 'branchAdmin', place.lab)
  }
  for (const page of [admin, branchAdmin]) await page.context().close()
}

/** With one response, to a task that asks for no rows if there is one: enough to be told everything. */
async function handInWhereNot(page: Page, role: Role, lab: string): Promise<void> {
  const place = labs.find((each) => each.lab === lab)
  if (!place) throw new Error(`there is no lab ${lab}`)
  await page.goto(addressOfLab(lab))
  if ((await page.locator('.debrief').count()) > 0) return
  const work = await openLab(page, role, place, mouse())
  const task = work.world.tasks.find(({ kind }) => (lab === 'the-audit-budget' ? kind === 'plan' : kind !== 'rows'))
  if (task) await respond(work, task)
  await handIn(work)
}

/** Of a group a unit is reported only where it is a lab. */
const reportedLab = labs.find(({ lab }) => lab === 'the-audit-budget')

/** `/admin/people/[person]` -> `/admin/people/0198…`. */
export const addressOf = (path: string, places: Readonly<Record<string, string>>) =>
  path
    .replace('/[group]/[course]/[unit]', `/[group]/${reportedLab?.course}/${reportedLab?.lab}`)
    .replace(/\[(\w+)\]/g, (_, name: string) => places[name] ?? name)
