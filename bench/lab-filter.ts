import type { Page } from '@playwright/test'
import { asLearner } from './browser.ts'
import type { Stage } from './journeys/journey.ts'
import { newestLabs, rowsIn } from './labs.ts'
import { quantile } from './load.ts'
import { atMost, type Row } from './table.ts'

/** How long somebody at work in a lab waits for a filter: measured in a real browser, on the lab with the most rows. */

export const filterName = 'a filter of a lab’s largest table to the next paint'

const filters = 15
const seed = '0123456789abcdef0123456789abcdef'

/** The lab with the longest table, and which of its tables that is. */
function longest(): { lab: string; table: string } {
  const tables = newestLabs().flatMap((lab) => {
    const world = lab.generate(seed)
    return rowsIn(world).map((rows, at) => ({ lab: lab.id, table: world.evidence.tables[at]?.id ?? '', rows }))
  })
  return tables.reduce((most, one) => (one.rows > most.rows ? one : most))
}

/** Clicks a value of another row each time, so that only its like are shown, and takes the filter away again. */
export async function filterOfLab({ installation: { origin }, cast }: Stage): Promise<Row> {
  const { lab, table } = longest()
  if (!cast.course.units.some(({ id }) => id === lab)) throw new Error(`the lab ${lab} is not in the course ${cast.course.id}`)
  const [learner] = await cast.learners(1, 'free')
  if (!learner) throw new Error('there is no learner for a lab')
  await cast.enrol([learner])
  return asLearner(cast, learner, { width: 1280, height: 900 }, async (context) => {
    const page = await context.newPage()
    await page.goto(`${origin}/courses/${cast.course.id}/${lab}`)
    await page.locator('form.again button').click()
    await page.locator('.tour .linklike').click()
    await page.locator(`#ev nav a[href="?table=${table}"]`).click()
    const all = Number(await page.locator('#ev table').getAttribute('aria-rowcount')) - 1
    const columns = await page.locator('#ev thead th').count()
    const [on, off]: [number[], number[]] = [[], []]
    for (let row = 0; row < filters; row += 1) {
      on.push(await clickToPaint(page, `#ev [data-at="${row} ${row % columns}"]`))
      off.push(await clickToPaint(page, '#ev .chip a'))
    }
    const more = `, taken away ${quantile(off, 0.5).toFixed(0)} ms; ${all} rows`
    return atMost(filterName, quantile(on, 0.5), 100, 'ms', 0, more)
  })
}

/** Milliseconds from the click, as the browser took it in, to the second frame after it: by then what it changed is painted. */
async function clickToPaint(page: Page, target: string): Promise<number> {
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begin = ({ timeStamp }: Event) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)))
        document.addEventListener('click', begin, { capture: true, once: true })
      }),
  )
  await page.locator(target).click()
  return painted
}
