// npm run bench: every figure of docs/performance.md, taken in one run.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endWith, step } from '../scripts/bootstrap/steps.mjs'
import { Cast } from './cast.ts'
import { startInstallation } from './installation.ts'
import type { Journey, Stage } from './journeys/journey.ts'
import { lesson, training } from './journeys/pages.ts'
import { report } from './journeys/reports.ts'
import { signIn } from './journeys/sign-in.ts'
import { runLoad } from './load.ts'
import { cpuOf, memoryOf } from './processes.ts'
import { Visitor } from './visitor.ts'

const journeys: Journey[] = [signIn, training, lesson, report]

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' }, only: { type: 'string', default: '' } } })

const figure = (value: number, digits = 1) => value.toFixed(digits).padStart(8)

async function measure(journey: Journey, stage: Stage): Promise<void> {
  const { roots } = stage.installation
  const operate = await journey.prepare(stage, journey.operations)
  const aside = (await journey.aside?.(stage)) ?? 0
  await runLoad(operate, { operations: Math.ceil(journey.operations / 3), concurrency: 4 })
  for (const concurrency of journey.concurrencies) {
    const before = cpuOf(roots)
    const outcome = await runLoad(operate, { operations: journey.operations, concurrency })
    const cpu = (cpuOf(roots) - before) / journey.operations - aside
    console.log(
      `${journey.name.padEnd(34)} c=${String(concurrency).padEnd(3)} ${figure(outcome.perSecond)}/s  p50 ${figure(outcome.p50)} ms  p95 ${figure(outcome.p95)} ms  CPU ${figure(cpu, 2)} ms`,
    )
  }
}

async function calibrate(): Promise<void> {
  const child = fork(join(import.meta.dirname, 'hello.ts'))
  const [port] = await once(child, 'message')
  const visitors = Array.from({ length: 8 }, () => new Visitor(`http://127.0.0.1:${port}`))
  const operate = (index: number) => visitors[index % 8]?.ask('/') ?? Promise.reject()
  await runLoad(operate, { operations: 4000, concurrency: 8 })
  const before = cpuOf([child.pid ?? 0])
  const outcome = await runLoad(operate, { operations: 20_000, concurrency: 8 })
  const cpu = (cpuOf([child.pid ?? 0]) - before) / 20_000
  for (const visitor of visitors) visitor.close()
  child.disconnect()
  console.log(
    `${'bare hello'.padEnd(34)} c=8   ${figure(outcome.perSecond)}/s  p50 ${figure(outcome.p50, 2)} ms  p95 ${figure(outcome.p95, 2)} ms  CPU ${figure(cpu, 3)} ms`,
  )
}

async function bench(): Promise<void> {
  await calibrate()
  const installation = await step('installation', () => startInstallation(Number(values.people)))
  try {
    const stage = { installation, cast: await Cast.of(installation) }
    for (const journey of journeys.filter(({ name }) => name.includes(values.only))) await measure(journey, stage)
    console.log(`memory ${memoryOf(installation.roots).toFixed(0)} MiB`)
  } finally {
    await installation.stop()
  }
  await calibrate()
}

await bench().catch(endWith)
process.exit()
