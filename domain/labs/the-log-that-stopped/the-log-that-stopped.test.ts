import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveLab, seeds } from '#testing/labs/proofs'
import { faultsOfTexts } from '#testing/labs/texts'
import { signals } from '#testing/labs/the-log-that-stopped'
import { cellOf } from '../view.ts'
import { theLogThatStopped as lab } from './index.ts'
import { solve } from './solver.ts'

const worlds = seeds.map((seed) => lab.generate(seed))

proveLab({ lab, solve, signals, pinned: 'a39d8f5fe21ed0d18fa033bab9e573720d847b8875c50e12a11937aaa8ca9853' })

describe('what is special about the log that stopped', () => {
  it('cannot tell the site in a part of the worlds, and names it in most', () => {
    const hidden = worlds.filter(({ truth }) => truth.tasks.site?.kind === 'value' && truth.tasks.site.value === null)
    expect(hidden.length / worlds.length).toBeGreaterThan(0.1)
    expect(hidden.length / worlds.length).toBeLessThan(0.45)
  })

  it('begins at home about as often as abroad', () => {
    const known = worlds.flatMap(({ truth }) => {
      const where = truth.steps.find(({ id }) => id === 'origin')?.values.where
      return where ? [where] : []
    })
    const abroad = known.filter((where) => where === 'abroad').length / known.length
    expect(abroad).toBeGreaterThan(0.25)
    expect(abroad).toBeLessThan(0.75)
  })

  it('has every decoy in every world', () => {
    for (const { truth } of worlds) for (const { id, rows } of truth.decoys) expect([id, rows.length > 0]).toEqual([id, true])
  })

  it('tells nothing by the names of people', () => {
    const named = worlds.flatMap(({ evidence, truth }) => {
      const installs = evidence.tables.find(({ id }) => id === 'installs')
      if (!installs || truth.tasks.machines?.kind !== 'rows') throw new Error('no installs')
      const found = new Set(truth.tasks.machines.rows)
      const people = new Map<string, boolean>()
      for (const row of installs.rows) {
        const person = String(cellOf(installs, row, 'person'))
        people.set(person, (people.get(person) ?? false) || found.has(row.id))
      }
      return [...people].flatMap(([name, isFound]) => name.split(' ').map((part) => [part, isFound] as const))
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
    const [guess, chance] = (['guess', 'chance'] as const).map(
      (of) => worlds.reduce((sum, { truth }) => sum + (truth.namesOnly?.[of] ?? 1), 0) / worlds.length,
    )
    expect(Math.abs((guess ?? 1) - (chance ?? 0))).toBeLessThan(0.03)
  })

  it('has its words in both languages', () => {
    expect(faultsOfTexts(lab, worlds)).toEqual([])
  })
})
