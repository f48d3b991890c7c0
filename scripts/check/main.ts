// Runs the static steps and the tests that touch nothing; says all that is wrong, not only the first.
import { step } from '../bootstrap/steps.mjs'
import { runVitest } from '../test/counted.ts'
import { staticSteps } from './steps.ts'

const problems: string[] = []

for (const { name, problems: find } of staticSteps) {
  await step(name, async () => {
    const found = await find().catch((error: Error) => error.message)
    if (found) problems.push(`${name}:\n${found}`)
    return found ? 'failed' : ''
  })
}
await step('unit tests', async () => {
  const { passed, failed, output } = await runVitest('--project', 'unit')
  if (failed > 0) problems.push(`unit tests:\n${output}`)
  return failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
})

for (const problem of problems) console.error(`\n${problem}`)
process.exit(problems.length > 0 ? 1 : 0)
