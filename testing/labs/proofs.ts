import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findLab, newestLab } from '#domain/labs/registry'
import { masteryScore, scoreLab } from '#domain/labs/score'
import type { Generated, Lab, LabResponses, Solver } from '#domain/labs/types'
import { areaByLateness, areasByTenth, mostArea, tellingPlaces } from './by-place.ts'
import { realThings } from './real-things.ts'
import { naive, type Strategy, strategySeed } from './strategies.ts'

/** As many seeds as are tried: 50 in the tests, 500 in the long run. */
const seedCount = Number(process.env.CASEBOOK_LAB_SEEDS ?? 50)

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
export const seeds: readonly string[] = Array.from({ length: seedCount }, (_, index) => digest(`seed ${index}`).slice(0, 32))

interface Proof {
  lab: Lab
  solve: Solver
  /** One signal alone, by its name; names only among them where there are names. */
  signals: Record<string, Strategy>
  /** SHA-256 of what seed 0 makes, truth included: the version stays as it is. */
  pinned: string
}

/** An older version: attempts made with it are told and scored by what it always made. */
export function proveKept(lab: Lab, pinned: string): void {
  it(`makes of a seed what it always made, as ${lab.id} version ${lab.version}`, () => {
    expect(findLab(lab.id, lab.version)).toBe(lab)
    expect(newestLab(lab.id)?.version).toBeGreaterThan(lab.version)
    expect(digest(JSON.stringify(lab.generate(seeds[0] ?? '')))).toBe(pinned)
  })
}

/** The four proofs of a lab: solvable, not guessable, stable, silent. */
export function proveLab({ lab, solve, signals, pinned }: Proof): void {
  const worlds = seeds.map((seed) => ({ seed, made: lab.generate(seed) }))

  describe(`the lab ${lab.id}`, () => {
    it('is solved from the evidence alone, whatever the seed', () => {
      for (const { seed, made } of worlds) expect([seed, scoreOf(lab, made, solved(solve, made, lab))]).toEqual([seed, 1])
    })

    it.each(Object.entries({ ...naive, ...signals }))('is not passed by “%s”', (_, strategy) => {
      const passed = worlds.filter(({ seed, made }) => {
        const given = strategy(made.evidence, lab.tasks, strategySeed(seed))
        return scoreOf(lab, made, given) >= masteryScore
      })
      expect(passed.length / worlds.length).toBeLessThanOrEqual(0.05)
    })

    it('makes the same bytes for the same seed', () => {
      const bytes = JSON.stringify(lab.generate(seeds[0] ?? ''))
      expect(JSON.stringify(lab.generate(seeds[0] ?? ''))).toBe(bytes)
      expect(digest(bytes)).toBe(pinned)
    })

    it('numbers its rows in order, and holds no seed', () => {
      for (const { seed, made } of worlds) {
        expect(JSON.stringify(made.evidence)).not.toContain(seed)
        for (const { id, rows } of made.evidence.tables)
          expect(rows.map((row) => row.id)).toEqual(rows.map((_, index) => `${id}-${index + 1}`))
      }
    })

    it('tells nothing by the place of rows, neither early and late nor tenth by tenth', () => {
      const all = worlds.map(({ made }) => made)
      const area = areaByLateness(all)
      expect(Math.max(area, 1 - area)).toBeLessThanOrEqual(mostArea)
      expect(tellingPlaces(areasByTenth(all))).toEqual([])
    })

    it('keeps to names, addresses and times that are nobody’s', () => {
      for (const { made } of worlds) expect(realThings(JSON.stringify(made.evidence))).toEqual([])
    })

    it('adds up only numbers', () => {
      const kinds = worlds[0]?.made.evidence.tables.flatMap(({ id, columns }) =>
        columns.map((column) => [`${id} ${column.id}`, column.kind]),
      )
      const summed = Object.entries(lab.sums ?? {}).flatMap(([table, columns]) => columns.map((column) => `${table} ${column}`))
      for (const column of summed) expect(kinds).toContainEqual([column, 'number'])
    })

    it('has what its tasks and its debrief speak of', () => {
      for (const { made } of worlds) expect(missingIn(lab, made)).toEqual([])
    })
  })
}

const solved = (solve: Solver, { evidence }: Generated, { tasks }: Lab): LabResponses => {
  const { marks, tasks: given } = solve(evidence, tasks)
  return {
    marks,
    hints: 0,
    tasks: Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { given: one, certainty: 'certain' }])),
  }
}

const scoreOf = (lab: Lab, { truth }: Generated, given: LabResponses) => scoreLab(lab.tasks, truth, given).score

function missingIn(lab: Lab, { evidence, truth }: Generated): string[] {
  const rows = new Set(evidence.tables.flatMap((table) => table.rows.map(({ id }) => id)))
  const columns = new Map(evidence.tables.map((table) => [table.id, new Set(table.columns.map(({ id }) => id))]))
  const named = [...truth.evidence, ...truth.decoys.flatMap((decoy) => decoy.rows)].filter((id) => !rows.has(id))
  const untold = lab.tasks.filter(({ id, kind }) => truth.tasks[id]?.kind !== kind).map(({ id }) => `task ${id}`)
  const views = truth.steps.flatMap(({ view }) => view.where.map(({ column }) => [view.table, column] as const))
  const wrong = views.filter(([table, column]) => !columns.get(table)?.has(column)).map(([table, column]) => `${table}.${column}`)
  const overlap = truth.decoys.flatMap((decoy) => decoy.rows).filter((id) => truth.evidence.includes(id))
  return [...named, ...untold, ...wrong, ...overlap]
}

/**
 * Whether a name says anything about the truth: Pearson's chi-square over all names of all fixed seeds, as the probability of so uneven a
 * table by chance (Wilson and Hilferty's approximation).
 * @param named each name with whether it stands for something found.
 */
export function chanceOfNames(named: readonly (readonly [string, boolean])[]): number {
  const share = named.filter(([, isFound]) => isFound).length / named.length
  const counts = new Map<string, { all: number; found: number }>()
  for (const [name, isFound] of named) {
    const count = counts.get(name) ?? { all: 0, found: 0 }
    counts.set(name, { all: count.all + 1, found: count.found + (isFound ? 1 : 0) })
  }
  const terms = [...counts.values()].map(({ all, found }) => (found - all * share) ** 2 / (all * share * (1 - share)))
  const [square, freedom] = [terms.reduce((sum, term) => sum + term, 0), counts.size - 1]
  const z = (Math.cbrt(square / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom))
  return 1 - normal(z)
}

/** The normal distribution (Abramowitz and Stegun 7.1.26). */
function normal(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2))
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const part = 1 - tail * Math.exp(-(z * z) / 2)
  return z >= 0 ? (1 + part) / 2 : (1 - part) / 2
}
