// npm run bench: every figure of docs/performance.md, taken in one run.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { endWith, step } from '../scripts/bootstrap/steps.mjs'
import { paintOnPhone, weighVisits } from './browser.ts'
import { calibrate } from './calibrate.ts'
import { Cast } from './cast.ts'
import { startInstallation } from './installation.ts'
import type { Stage } from './journeys/journey.ts'
import { lesson, training } from './journeys/pages.ts'
import { beforeQuestion, oneResponse, wholeQuiz } from './journeys/quiz.ts'
import { completionExport, report } from './journeys/reports.ts'
import { signIn } from './journeys/sign-in.ts'
import { filterName, filterOfLab } from './lab-filter.ts'
import { costName, costOfLabs } from './labs.ts'
import { measure } from './measure.ts'
import { memoryAtWork, memoryOfExport, secondStart } from './rest.ts'
import { atMost, type Row, tableOf, told } from './table.ts'

const journeys = [signIn, training, lesson, oneResponse, wholeQuiz, report, completionExport]

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' }, only: { type: 'string', default: '' } } })
const isWanted = (name: string) => name.includes(values.only)

async function measurePages(stage: Stage): Promise<Row[]> {
  const { cast, installation } = stage
  const [learner] = await cast.learners(1, 'enrolled')
  if (!learner) return []
  const address = (path: string) => `${installation.origin}${path}`
  const { first, second } = await weighVisits(cast, learner, address('/training'))
  const reading = await weighVisits(cast, learner, address(`/courses/${cast.course.id}/${cast.course.units[0]?.id}`))
  const question = await beforeQuestion(stage)
  const asked = await weighVisits(cast, question.learner, address(question.page))
  const painted = await paintOnPhone(cast, learner, address('/training'))
  return [
    atMost('first visit of /training', first.kilobytes, 220, 'kB', 0, `, script ${first.scriptKilobytes.toFixed(0)} kB`),
    atMost('its requests', first.requests, 12, '', 0),
    atMost('its script', first.scriptKilobytes, 150, 'kB', 0),
    atMost('second visit of /training', second.kilobytes, 18, 'kB', 1, ` in ${second.requests}`),
    told('first visit of a lesson', `${reading.first.kilobytes.toFixed(0)} kB in ${reading.first.requests}`),
    atMost('first visit of a quiz page', asked.first.kilobytes, 250, 'kB', 0, ` in ${asked.first.requests}`),
    atMost('largest paint of /training on a phone', painted, 2, 's', 2),
  ]
}

async function bench(): Promise<void> {
  console.log(`Node ${process.version}, ${availableParallelism()} cores, ${values.people} people`)
  const rows: Row[] = [told('bare hello, before', await calibrate())]
  const tell = (...more: Row[]) => {
    rows.push(...more)
    for (const { what, value } of more) console.log(`  ${what}: ${value}`)
  }
  const installation = await step('installation', () => startInstallation(Number(values.people)))
  try {
    const stage = { installation, cast: await Cast.of(installation) }
    if (isWanted('memory')) tell(await memoryAtWork(stage))
    if (isWanted('pages')) tell(...(await measurePages(stage)))
    if (isWanted(filterName)) tell(await filterOfLab(stage))
    for (const journey of journeys.filter(({ name }) => isWanted(name))) tell(...(await measure(journey, stage)))
    if (isWanted('memory of an export')) tell(await memoryOfExport(stage))
  } finally {
    await installation.stop()
  }
  if (isWanted(costName)) tell(...costOfLabs())
  if (isWanted('second start')) tell(await secondStart())
  tell(told('bare hello, after', await calibrate()))
  console.log(`\n${tableOf(rows)}`)
}

await bench().catch(endWith)
process.exit()
