import type { Generated, Table } from '#domain/labs/types'

/** Whether the place of a row in its table, which its id repeats, tells that it is evidence: each answer an area under the curve, 0.5 for chance. */

/** As well as a simple classifier may do on places alone. */
export const mostArea = 0.55

/** Rows by the part of their table: how many are evidence, and how many are not. */
interface Counts {
  proofs: number[]
  others: number[]
}

/**
 * As many parts of a table as the classifier tells apart. Ten is what fifty worlds can teach: evidence of one world mostly lies together, so
 * that half of them are twenty-five examples, two or three for each part; and the smallest table that holds evidence still has a row in each.
 */
const tenths = 10

/** As many parts as lateness is measured in. */
const fine = 1_000

/** How well ‘the later, the likelier’ fits, over all rows of all tables that hold evidence. */
export function areaByLateness(worlds: readonly Generated[]): number {
  const counted = worlds.flatMap(({ evidence, truth }) => {
    const proving = new Set(truth.evidence)
    return evidence.tables.map((table) => countsIn(table, proving, fine)).filter(holdsProof)
  })
  return areaOf(sumOf(counted, fine))
}

export interface Learned {
  table: string
  /** The mean over all worlds in which the table holds evidence. */
  area: number
  /** The standard error of that mean. */
  error: number
}

/**
 * What somebody could learn about places who has seen the debriefs of half of the worlds, table by table: which tenth of the table holds how
 * much evidence. It finds a middle or two ends as well as a side. Each half is judged by what the other taught, so that nothing is learned by
 * heart, and each world by itself, so that its rows, which are no independent draws, count once.
 */
export function areasByTenth(worlds: readonly Generated[]): Learned[] {
  const tables = [...new Set(worlds.flatMap(({ evidence }) => evidence.tables.map(({ id }) => id)))]
  return tables.flatMap((id) => {
    const counted = worlds.flatMap(({ evidence, truth }) => {
      const table = evidence.tables.find((one) => one.id === id)
      return table ? [countsIn(table, new Set(truth.evidence), tenths)] : []
    })
    const halves = [0, 1].map((half) => counted.filter((_, index) => index % 2 === half))
    const areas = halves.flatMap((half, index) => {
      const { proofs, others } = sumOf(halves[1 - index] ?? [], tenths)
      const share = proofs.map((count, part) => count / (count + (others[part] ?? 0) || 1))
      const likelier = share.map((_, part) => part).sort((a, b) => (share[a] ?? 0) - (share[b] ?? 0))
      return half.filter(holdsProof).map((counts) => areaOf(inOrder(counts, likelier, share)))
    })
    return areas.length > 1 ? [{ table: id, ...meanOf(areas) }] : []
  })
}

function countsIn({ rows }: Table, proving: ReadonlySet<string>, parts: number): Counts {
  const counts = { proofs: Array<number>(parts).fill(0), others: Array<number>(parts).fill(0) }
  rows.forEach(({ id }, index) => {
    const side = proving.has(id) ? counts.proofs : counts.others
    const part = Math.floor((parts * index) / rows.length)
    side[part] = (side[part] ?? 0) + 1
  })
  return counts
}

const holdsProof = ({ proofs }: Counts) => proofs.some((count) => count > 0)

const sumOf = (counted: readonly Counts[], parts: number): Counts => {
  const sum = (side: keyof Counts) =>
    Array.from({ length: parts }, (_, part) => counted.reduce((total, counts) => total + (counts[side][part] ?? 0), 0))
  return { proofs: sum('proofs'), others: sum('others') }
}

/** Parts in another order; those that score the same become one. */
function inOrder({ proofs, others }: Counts, order: readonly number[], score: readonly number[]): Counts {
  const groups = [...Map.groupBy(order, (part) => score[part]).values()]
  const of = (side: readonly number[]) => groups.map((group) => group.reduce((sum, part) => sum + (side[part] ?? 0), 0))
  return { proofs: of(proofs), others: of(others) }
}

function meanOf(areas: readonly number[]): Pick<Learned, 'area' | 'error'> {
  const area = areas.reduce((sum, one) => sum + one, 0) / areas.length
  const spread = areas.reduce((sum, one) => sum + (one - area) ** 2, 0) / (areas.length - 1)
  return { area, error: Math.sqrt(spread / areas.length) }
}

/** The chance that a row of evidence lies in a later part than another row; the same part counts half. */
function areaOf({ proofs, others }: Counts): number {
  let [all, won] = [0, 0]
  proofs.forEach((count, part) => {
    const here = others[part] ?? 0
    won += count * (all + here / 2)
    all += here
  })
  return won / (all * proofs.reduce((sum, count) => sum + count, 0))
}

/**
 * The tables whose places tell too much, in words. So few worlds may seem to tell something by luck: twice the standard error is allowed for
 * that, about 0.08 with 50 worlds and 0.025 with 500.
 */
export const tellingPlaces = (learned: readonly Learned[]): string[] =>
  learned.flatMap(({ table, area, error }) =>
    area <= mostArea + 2 * error ? [] : [`${table}: ${area.toFixed(3)} ± ${error.toFixed(3)}, at most ${mostArea}`],
  )
