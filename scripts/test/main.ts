// Everything that must hold, in order; says at the end how many tests passed and failed. Any other step that fails counts as one.
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run } from '../bootstrap/run.mjs'
import { staticSteps } from '../check/steps.ts'
import { exampleProblems } from '../examples/syntax.ts'
import { build } from '../start/build.ts'
import { findChromium } from './chromium.ts'
import { runJourneys, runVitest } from './counted.ts'
import { Tally } from './tally.ts'

const tally = new Tally()

/** A tenth of `npm run soak`, the same each time. */
async function killBriefly(): Promise<string> {
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'soak', 'main.ts'), '--kills', '10', '--outages', 'no'])
  return code === 0 ? '' : output
}

for (const { name, problems } of staticSteps) await tally.must(name, problems)
await tally.must('examples', exampleProblems)
await tally.count('tests', () => runVitest())
const isBuilt = await tally.must('build', () => build().then(() => ''))
let browser = ''
await tally.must('browser', async () => {
  browser = await findChromium()
  return ''
})
if (isBuilt) await tally.must('kills', killBriefly)
if (isBuilt && browser) await tally.count('journeys', () => runJourneys(browser))

tally.end()
