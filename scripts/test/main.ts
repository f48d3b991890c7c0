// Everything that must hold, in order; says at the end how many tests passed and failed. Any other step that fails counts as one.
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run } from '../bootstrap/run.mjs'
import { step } from '../bootstrap/steps.mjs'
import { staticSteps } from '../check/steps.ts'
import { exampleProblems } from '../examples/syntax.ts'
import { build } from '../start/build.ts'
import { findChromium } from './chromium.ts'
import { type Counts, type Outcome, runJourneys, runVitest } from './counted.ts'

const total = { passed: 0, failed: 0 }

const sum = ({ passed, failed }: Counts) => `${passed} passed, ${failed} failed`

/** Runs a step that must end without a problem, and shows the problem it has. */
async function must(name: string, work: () => Promise<string>): Promise<boolean> {
  const found = () => work().catch((error: Error) => error.message)
  const problem = await step(name, found, (text) => (text ? 'failed' : ''))
  if (problem) show(1, problem)
  return !problem
}

async function count(name: string, work: () => Promise<Outcome>): Promise<void> {
  const { passed, failed, output } = await step(name, work, (outcome) => sum(outcome))
  total.passed += passed
  if (failed > 0) show(failed, output)
}

function show(failed: number, output: string): void {
  total.failed += failed
  console.error(`${output.replaceAll(/^/gm, '  | ')}\n`)
}

/** A tenth of `npm run soak`, the same each time. */
async function killBriefly(): Promise<string> {
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'soak', 'main.ts'), '--kills', '10', '--outages', 'no'])
  return code === 0 ? '' : output
}

for (const { name, problems } of staticSteps) await must(name, problems)
await must('examples', exampleProblems)
await count('tests', () => runVitest())
const isBuilt = await must('build', () => build().then(() => ''))
let browser = ''
await must('browser', async () => {
  browser = await findChromium()
  return ''
})
if (isBuilt) await must('kills', killBriefly)
if (isBuilt && browser) await count('journeys', () => runJourneys(browser))

console.log(`\n${sum(total)}`)
process.exit(total.failed > 0 ? 1 : 0)
