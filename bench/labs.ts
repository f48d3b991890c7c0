import { createHash } from 'node:crypto'
import { labs, newestLab } from '#domain/labs/registry'
import { scoreLab } from '#domain/labs/score'
import { rightResponses } from '#domain/labs/solve'
import type { Generated, Lab } from '#domain/labs/types'
import { quantile } from './load.ts'
import { atMost, type Row } from './table.ts'

export const costName = 'a lab’s evidence made, and its findings graded'

const warmUp = 10
const measured = 30
/** CPU milliseconds for a lab, however large: a learner waits for its world, and again for the findings. */
const most = 50
/** Always the same ones: other seeds make other rows. */
const seeds = Array.from({ length: warmUp + measured }, (_, index) =>
  createHash('sha256').update(`bench ${index}`).digest('hex').slice(0, 32),
)

/** Every lab, in the version that new attempts get. */
export const newestLabs = (): Lab[] => [...new Set(labs.map(({ id }) => id))].flatMap((id) => newestLab(id) ?? [])

export const rowsIn = ({ evidence }: Generated): number[] => evidence.tables.map(({ rows }) => rows.length)

/** What one attempt at each lab costs a core: once when its world is made, and once when all that was found is graded. */
export const costOfLabs = (): Row[] => newestLabs().map(costOf)

function costOf(lab: Lab): Row {
  const times = seeds.map((seed) => {
    const [made, world] = cpuOf(() => lab.generate(seed))
    const given = rightResponses(lab.tasks, world.truth)
    const [graded] = cpuOf(() => scoreLab(lab.tasks, world.truth, given))
    return { made, graded, together: made + graded, rows: rowsIn(world).reduce((sum, rows) => sum + rows, 0) }
  })
  const warm = times.slice(warmUp)
  const middle = (of: keyof (typeof times)[number]) =>
    quantile(
      warm.map((one) => one[of]),
      0.5,
    )
  const slowest = Math.max(...warm.map(({ together }) => together))
  const parts = `; made ${middle('made').toFixed(1)}, graded ${middle('graded').toFixed(2)}, slowest ${slowest.toFixed(1)}; ${middle('rows')} rows`
  return atMost(`${costName}: ${lab.id}`, middle('together'), most, 'CPU ms', 1, parts)
}

/** CPU milliseconds of this process, and what came of them. */
function cpuOf<T>(work: () => T): [milliseconds: number, result: T] {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, result]
}
