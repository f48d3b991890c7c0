import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { end, newFolder, processes, serve } from './installation.ts'
import type { Stage } from './journeys/journey.ts'
import { exportPath } from './journeys/reports.ts'
import { runLoad } from './load.ts'
import { memoryOf } from './processes.ts'
import { atMost, type Row, told } from './table.ts'
import { compressed } from './visitor.ts'

/** Memory of every process while sixteen people read, each going from page to page. */
export async function memoryAtWork({ installation, cast }: Stage): Promise<Row> {
  const learners = await cast.learners(16, 'enrolled')
  const paths = ['/training', `/courses/${cast.course.id}`, ...cast.course.units.map(({ id }) => `/courses/${cast.course.id}/${id}`)]
  const open = (index: number) =>
    learners[index % 16]?.visitor.ask(paths[Math.floor(index / 16) % paths.length] ?? '/', { headers: compressed }) ?? Promise.reject()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(installation.roots))
  }, 500)
  await runLoad(open, { operations: 16 * 60, concurrency: 16 })
  clearInterval(watch)
  return atMost('memory of everything at 16 users (PSS)', most, 400, 'MiB', 0, `, ${processes} serving processes`)
}

/** How much more memory is in use, at the most, while everybody's lines are exported three times in a row. */
export async function memoryOfExport({ installation: { roots }, cast }: Stage): Promise<Row> {
  const reviewer = await cast.account('reviewer')
  const before = memoryOf(roots)
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(roots))
  }, 50)
  for (let times = 3; times > 0; times -= 1) await reviewer.ask(exportPath)
  clearInterval(watch)
  return told('memory that an export takes beyond what was in use', `${(most - before).toFixed(0)} of ${before.toFixed(0)} MiB`)
}

/** From the command to the first page, once everything is installed, built and has run before. */
export async function secondStart(): Promise<Row> {
  const folder = newFolder()
  const env = { CASEBOOK_DATA: join(folder, 'data'), DATABASE_URL: '', CASEBOOK_SECRET: '', CASEBOOK_DEMO: '' }
  try {
    await end((await serve(env)).child)
    const { child, seconds } = await serve(env)
    await end(child)
    return atMost('second start to first page', seconds, 3, 's')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
