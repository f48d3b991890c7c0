import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { doActivities } from '../activities.ts'
import { as, cast, course, origin } from '../installation.ts'
import { type Asked, answersTo, askedOn, choose, chosenOn, expectSilent, respond, sayCertain } from '../quiz.ts'

/** Hana Ishida takes the course on her phone: reads, decides, fails the quiz, passes it, and shows her certificate. */

test.describe.configure({ mode: 'serial' })

const place = `/courses/${course.id}`
const quiz = `${place}/${course.quiz}`
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const

test('A learner page asks no other host and needs less than 150 kB of script', async ({ browser }) => {
  for (const path of ['/training', `${place}/${course.lessons[0]}`, quiz]) {
    const page = await as(browser, 'learner', phone)
    const elsewhere: string[] = []
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).origin !== origin()) elsewhere.push(request.url())
      if (request.resourceType() === 'script') sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(script, `script of ${path}`).toBeGreaterThan(0)
    expect(script, `script of ${path}`).toBeLessThan(150_000)
    expect(elsewhere).toEqual([])
    await page.context().close()
  }
})

test('She reads two lessons, is brought back to where she stopped, sorts and decides', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await as(browser, 'learner', phone)
  await page.goto('/training')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Start the lesson' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.firstLesson)
  await expect(page.getByText('Extension 4400')).toBeVisible()
  await expectAccessible(page)
  // Where she stopped is kept on the server.
  const kept = page.waitForResponse((response) => response.url().endsWith('/place') && response.ok())
  await page.getByRole('heading', { level: 2, name: 'What the record shows' }).scrollIntoViewIfNeeded()
  await kept
  await page.goto('/training')
  await expect(page.getByRole('link', { name: /^Continue at/ })).toBeVisible()
  for (const lesson of course.lessons) await readLesson(page, lesson)
  await page.goto(place)
  await expectAccessible(page)
  await page.context().close()
})

async function readLesson(page: Page, lesson: string): Promise<void> {
  await page.goto(`${place}/${lesson}`)
  await expect(page.locator('#ending').getByText(/is still open|not sorted yet|not looked through yet|not at its end yet/)).toBeVisible()
  for (const decision of await page.locator('.decision').all()) await decide(decision)
  await doActivities(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Finish the lesson' }).click()
  await expect(page.getByText(/^Completed/).first()).toBeVisible()
  await page.goto(`${place}/${lesson}`)
  await expect(page.getByText(/^Completed/).first()).toBeVisible()
}

async function decide(decision: Locator): Promise<void> {
  const choices = decision.locator('.choice')
  await choices.first().click()
  await decision.getByRole('button', { name: 'This is what I would do' }).click()
  await expect(decision.getByText('Your choice', { exact: true })).toBeVisible()
  // What the others lead to can be seen; the choice made stays.
  await choices.nth(1).click()
  await expect(decision.locator('.then:visible')).toHaveCount(1)
}

test('She reads in the dossiers who says what, and finds the lessons that use it', async ({ browser }) => {
  const page = await as(browser, 'learner', phone)
  await page.goto('/cases')
  await expectAccessible(page)
  const cases = await page.locator('.course-rows .title a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const address of cases) {
    await page.goto(address)
    await expect(page.locator('.dossier .facttext').first()).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto(`${place}/${course.lessons[0]}`)
  for (const link of await page.getByRole('link', { name: /^Dossier/ }).all()) {
    const [path = '', fact = ''] = (await link.getAttribute('href'))?.split('#') ?? []
    expect(cases).toContain(path)
    expect(fact).toMatch(/^fact-/)
  }
  await page.context().close()
})

test('Her draft is on her other device, and a second tab is told that it is late', async ({ browser }) => {
  const page = await as(browser, 'learner', phone)
  await page.goto(quiz)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page.getByRole('button', { name: 'Certain' })).toBeVisible()
  await expectSilent(page, await askedOn(page))
  await expectAccessible(page)
  const asked = await askedOn(page)
  await choose(page, asked, false)
  const chosen = await chosenOn(page)
  expect(chosen).not.toEqual([])
  const late = await as(browser, 'learner')
  await late.goto(quiz)
  await expect(async () => {
    await late.reload()
    expect(await chosenOn(late)).toEqual(chosen)
  }).toPass()
  await sayCertain(page)
  await expect(page.getByRole('link', { name: /Next question/ })).toBeVisible()
  await expectAccessible(page)
  // The same response twice is one response; another one comes too late.
  await choose(late, asked, true)
  await sayCertain(late)
  await expect(late.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
  await page.getByRole('link', { name: /Next question/ }).click()
  await expect(page.getByText('question 2 of 5')).toBeVisible()
  await page.context().close()
  await late.context().close()
})

/** The script of the page has come to life: it puts the focus on the question. */
const alive = (page: Page) => expect(page.locator('main h1')).toBeFocused()
const nextLink = (page: Page) => page.getByRole('main').getByRole('link', { name: /Next question|See the result/ })

test('A reload, the way back and the other language lead to what she was looking at', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await as(browser, 'learner', phone)
  await page.goto(quiz)
  await alive(page)
  await respond(page, await askedOn(page), false)
  const verdict = page.locator('.result')
  await expect(verdict).toBeFocused()
  await expect(page).toHaveURL(`${quiz}?question=2`)
  const [prompt, told] = [await page.locator('main h1').textContent(), await verdict.textContent()]
  await page.reload()
  await expect(page.locator('main h1')).toHaveText(prompt ?? '')
  await expect(verdict).toHaveText(told ?? '')
  await nextLink(page).click()
  await alive(page)
  await respond(page, await askedOn(page), false)
  await nextLink(page).click()
  await expect(page.getByText('question 4 of 5')).toBeVisible()
  await alive(page)
  await expect(page).toHaveURL(quiz)
  await expectAccessible(page)
  await page.goBack()
  await expect(page).toHaveURL(`${quiz}?question=3`)
  await nextLink(page).click()
  await expect(page.getByText('question 4 of 5')).toBeVisible()
  await alive(page)
  await respond(page, await askedOn(page), false)
  await expect(nextLink(page)).toBeVisible()
  await page.getByRole('button', { name: '日本語' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page).toHaveURL(`${quiz}?question=4`)
  await expect(page.getByRole('link', { name: '次の問題' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(`${quiz}?question=4`)
  await page.context().close()
})

test('She fails without script, and is told so kindly', async ({ browser }) => {
  test.setTimeout(240_000)
  const page = await as(browser, 'learner', { ...phone, javaScriptEnabled: false })
  await page.goto(quiz)
  await takeRest(page, false)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('80 % is needed')
  await page.context().close()
})

test('She tries again and passes, without loading a page between the first question and the result', async ({ browser }) => {
  test.setTimeout(240_000)
  const page = await as(browser, 'learner', phone)
  await page.goto(quiz)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('question 1 of 5')).toBeVisible()
  await alive(page)
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() || request.url().includes('_rsc=')) loads.push(new URL(request.url()).pathname)
  })
  const seen = new Set<string>()
  await takeRest(page, true, async ({ kind }) => {
    if (!seen.has(kind)) await expectAccessible(page)
    seen.add(kind)
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You passed with 100 %')
  expect(loads).toEqual([quiz])
  // It was the last unit: the course ends with what to do on Monday.
  await expect(page.locator('#ending .monday li').first()).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})

/** Responds to every question that is left, looking at the feedback of each. */
async function takeRest(page: Page, isRight: boolean, look: (asked: Asked) => Promise<void> = async () => undefined): Promise<void> {
  const answers = answersTo(page)
  for (;;) {
    await expect(page.getByRole('button', { name: 'Certain' })).toBeVisible()
    const asked = await askedOn(page)
    await expectSilent(page, asked, answers)
    await respond(page, asked, isRight)
    const next = nextLink(page)
    await expect(next).toBeVisible()
    await look(asked)
    if (isRight) await expect(page.getByRole('main').getByText('Right', { exact: true })).toBeVisible()
    const isLast = /See the result/.test((await next.textContent()) ?? '')
    await next.click()
    if (isLast) return
    await expect(next).toBeHidden()
  }
}

test('Her certificate is genuine to anybody she gives the address', async ({ browser }) => {
  const page = await as(browser, 'learner', phone)
  await page.goto('/training')
  await expect(page.getByText('You are done with everything.')).toBeVisible()
  const address = await page
    .getByRole('link', { name: /Certificate/ })
    .first()
    .getAttribute('href')
  await page.context().close()
  const stranger = await as(browser, 'nobody')
  await stranger.goto(address ?? '')
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('This certificate is genuine.')
  await expect(stranger.getByText(cast.learner.name).first()).toBeVisible()
  await expectAccessible(stranger)
  const unknown = await stranger.goto('/certificates/AAAAAAAAAAAAAAAAAAAAAA')
  expect(unknown?.status()).toBe(404)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('There is no certificate at this address.')
  await expectAccessible(stranger)
  await stranger.context().close()
})
