import { resolve } from 'node:path'
import { type Page, test } from '@playwright/test'
import { as } from './installation.ts'
import { addressOf, findPlaces, labPages, type Places, prepareLabs } from './pages/places.ts'
import { routeTable } from './pages/route-table.ts'

/** Every page as a picture, for whoever changes how it looks: below `test-results/looks`, by language, theme and device; and on paper. */

const folder = resolve(import.meta.dirname, '../test-results/looks')
const devices = { desktop: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } } as const

let places: Places
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  places = await findPlaces(browser)
  await prepareLabs(browser)
})

type Asker = 'owner' | 'nobody' | 'learner' | keyof typeof labPages

/** Of admins only their labs: the other pages are the owner's, too. */
const pathsOf = (asker: Asker): string[] => [
  ...(asker === 'admin' || asker === 'branchAdmin' ? [] : seenBy(asker).map(({ path }) => path)),
  ...(asker in labPages ? labPages[asker as keyof typeof labPages] : []),
]
const seenBy = (asker: 'owner' | 'nobody' | 'learner') =>
  routeTable.filter(({ path, answers, otherwise }) => (answers[asker] ?? otherwise) === 200 && !path.endsWith('/export'))
const nameOf = (path: string) => path.slice(1).replace(/\?.*/, '').replaceAll('/', '_').replace(/[[\]]/g, '') || 'home'

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: true })
}

for (const asker of ['owner', 'nobody', 'learner', 'admin', 'branchAdmin'] as const)
  for (const language of ['en', 'ja'] as const)
    test(`Pages as ${asker} sees them in ${language}`, async ({ browser }) => {
      test.setTimeout(600_000)
      const page = await as(browser, asker)
      await page.request.post('/language', { form: { language, next: '/' } })
      for (const path of pathsOf(asker)) {
        if (asker === 'learner' && !/^\/(training|courses|account)/.test(path)) continue
        await page.goto(addressOf(path, places))
        for (const colorScheme of ['light', 'dark'] as const)
          for (const [device, size] of Object.entries(devices)) {
            await page.emulateMedia({ colorScheme })
            await page.setViewportSize(size)
            await take(page, `${language}-${colorScheme}-${device}/${asker}_${nameOf(path)}`)
          }
        await page.emulateMedia({ media: 'print', colorScheme: 'light' })
        await page.setViewportSize({ width: 794, height: 1123 })
        if (/reports|certificates/.test(path)) await take(page, `${language}-print/${asker}_${nameOf(path)}`)
        await page.emulateMedia({ media: 'screen' })
      }
      await page.request.post('/language', { form: { language: 'en', next: '/' } })
      await page.context().close()
    })
