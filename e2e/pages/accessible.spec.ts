import { expect, type Page, test } from '@playwright/test'
import { contrastViolationsOn, violationsOn, widerThanWindow } from '../accessible.ts'
import { as } from '../installation.ts'
import { addressOf, findPlaces, labPages, type Places, prepareLabs } from './places.ts'
import { routeTable } from './route-table.ts'

/** Every page in both languages: axe in the light and in the dark, no sideways scrolling at 320 px, nothing wrong in the console. */

let places: Places
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  places = await findPlaces(browser)
  await prepareLabs(browser)
})

/** What people look at: no file, and nothing for machines. */
const isPage = (path: string) => !path.endsWith('/export') && !path.startsWith('/api/')

type Asker = keyof typeof labPages | 'nobody' | 'reviewer'

/** What is asked before somebody else's lab is read. */
const askedWhy = '/reports/labs/[attempt]'

/** Of admins only their labs, of reviewers only what is another's: the other pages are looked at as the owner, who holds their roles too. */
function answered(asker: Asker): string[] {
  if (asker === 'reviewer') return [addressOf(askedWhy, places)]
  const looked = asker === 'nobody' ? [] : labPages[asker]
  if (asker !== 'owner' && asker !== 'nobody') return [...looked]
  const pages = routeTable.filter(({ path, answers, otherwise }) => (answers[asker] ?? otherwise) === 200 && isPage(path))
  return [...pages.map(({ path }) => addressOf(path, places)), ...looked]
}

/** What is wrong with a page, in words; empty when nothing is. */
async function problemsOf(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize({ width: 1366, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  const light = await violationsOn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await contrastViolationsOn(page)
  await page.setViewportSize({ width: 320, height: 800 })
  const sideways = await page.evaluate(widerThanWindow)
  return [...light, ...dark, ...sideways].map((problem) => `${address}: ${problem}`)
}

/** What is wrong with pages, one after another in one tab, each in the right language. */
async function lookedAt(page: Page, addresses: Iterator<string>, language: string): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  for (let next = addresses.next(); !next.done; next = addresses.next()) {
    complaints.push(...(await problemsOf(page, next.value)))
    expect(await page.locator('html').getAttribute('lang'), next.value).toBe(language)
  }
  return complaints
}

for (const language of ['en', 'ja'] as const)
  for (const asker of ['owner', 'nobody', 'admin', 'branchAdmin', 'reviewer'] as const)
    test(`pages for ${asker} in ${language}`, async ({ browser }) => {
      test.setTimeout(600_000)
      const page = await as(browser, asker)
      await page.request.post('/language', { form: { language, next: '/' } })
      const addresses = answered(asker).values()
      // Two tabs share the pages: most of the work is each tab's own.
      const tabs = [page, await page.context().newPage()]
      const complaints = await Promise.all(tabs.map((tab) => lookedAt(tab, addresses, language)))
      await page.request.post('/language', { form: { language: 'en', next: '/' } })
      expect(complaints.flat()).toEqual([])
      await page.context().close()
    })
