import { createHash } from 'node:crypto'
import { labs, newestLab } from '#domain/labs/registry'
import { scoreLab } from '#domain/labs/score'
import { rightResponses } from '#domain/labs/solve'
import type { Generated, Lab } from '#domain/labs/types'
import { quantile } from './load.ts'
import { atMost, type Row } from './table.ts'

export const costName = 'a lab’s evidence made, and its findings graded'

const warmUp = 10
/** As many as the proofs of labs try, where it is said; else enough for a 95th percentile. */
const measured = Number(process.env.CASEBOOK_LAB_SEEDS ?? 100)
/** The best of so many goes counts: what else runs on the machine makes a world dearer and none cheaper. */
const goes = 3
/** CPU milliseconds for any world of a lab: a learner waits for it, and again for the findings. */
const most = 50
/** Always the same ones: other seeds make other rows. */
const seeds = Array.from({ length: measured }, (_, index) => createHash('sha256').update(`seed ${index}`).digest('hex').slice(0, 32))

/** Every lab, in the version that new attempts get. */
export const newestLabs = (): Lab[] => [...new Set(labs.map(({ id }) => id))].flatMap((id) => newestLab(id) ?? [])

export const rowsIn = ({ evidence }: Generated): number[] => evidence.tables.map(({ rows }) => rows.length)

/** What one attempt at each lab costs a core: once when its world is made, and once when all that was found is graded. */
export const costOfLabs = (): Row[] => newestLabs().map(costOf)

interface Cost {
  made: number
  graded: number
  together: number
  rows: number
}

function costOf(lab: Lab): Row {
  for (const seed of seeds.slice(0, warmUp)) costOfOne(lab, seed)
  const rounds = Array.from({ length: goes }, () => seeds.map((seed) => costOfOne(lab, seed)))
  const best = seeds.map((_, index) => rounds.map((round) => round[index] as Cost).reduce((a, b) => (b.together < a.together ? b : a)))
  const share = (part: number, of: keyof Cost = 'together') =>
    quantile(
      best.map((one) => one[of]),
      part,
    )
  const [middle, late] = [share(0.5), share(0.95)].map((milliseconds) => milliseconds.toFixed(1))
  const parts = `; middle ${middle}, 95th percentile ${late}; made ${share(0.5, 'made').toFixed(1)}, graded ${share(0.5, 'graded').toFixed(2)}; ${share(0.5, 'rows')} rows`
  return atMost(`${costName}, the dearest of ${measured}: ${lab.id}`, share(1), most, 'CPU ms', 1, parts)
}

function costOfOne(lab: Lab, seed: string): Cost {
  const [made, world] = cpuOf(() => lab.generate(seed))
  const given = rightResponses(lab.tasks, world.truth)
  const [graded] = cpuOf(() => scoreLab(lab.tasks, world.truth, given))
  return { made, graded, together: made + graded, rows: rowsIn(world).reduce((sum, rows) => sum + rows, 0) }
}

/** CPU milliseconds of this process, and what came of them. */
function cpuOf<T>(work: () => T): [milliseconds: number, result: T] {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, result]
}
