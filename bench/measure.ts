import { type Journey, operationsOf, type Stage, warmUpOf } from './journeys/journey.ts'
import { runLoad } from './load.ts'
import { cpuOf } from './processes.ts'
import { atMost, type Row } from './table.ts'

/** Does a journey at each concurrency; a row for each. */
export async function measure(journey: Journey, stage: Stage): Promise<Row[]> {
  const { name, operations, concurrencies, reach } = journey
  const { roots } = stage.installation
  const operate = await journey.prepare(stage, operationsOf(journey))
  const aside = (await journey.aside?.(stage)) ?? 0
  const warmUp = warmUpOf(journey)
  await runLoad(operate, { operations: warmUp, concurrency: Math.max(...concurrencies) })
  const rows: Row[] = []
  for (const [turn, concurrency] of concurrencies.entries()) {
    const before = cpuOf(roots)
    const outcome = await runLoad(operate, { operations, concurrency }, warmUp + turn * operations)
    const cpu = (cpuOf(roots) - before) / operations - aside
    const what = `${name}, ${concurrency} at once`
    const { perSecond, p50, p95 } = outcome
    const more = `; ${perSecond.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
    rows.push(
      'cpu' in reach
        ? atMost(what, cpu, reach.cpu, 'CPU ms', 2, more)
        : atMost(what, p50, reach.wall, 'ms', 1, `${more}, CPU ${cpu.toFixed(1)} ms`),
    )
  }
  return rows
}
