import { describe, expect, it } from 'vitest'
import { borrowedBadge } from '#testing/labs/borrowed-badge'
import { labs } from './registry.ts'
import { pointsOf, pointsOfFindings, scoreLab } from './score.ts'
import { rightResponses } from './solve.ts'

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

describe('the points of findings', () => {
  const { tasks: specs } = borrowedBadge
  const { truth } = borrowedBadge.generate('0'.repeat(32))

  it.each(labs.map((lab) => [lab.id, lab] as const))('are all there are, task by task, in %s', (_, { tasks }) => {
    expect(sum(Object.values(pointsOf(tasks, {})).map(({ most }) => most))).toBeCloseTo(pointsOfFindings, 9)
  })

  it.each([0, 1, 2, 3, 5, 8])('given are together the findings part of the score, with %i tasks answered', (count) => {
    const right = rightResponses(specs, truth)
    const tasks = Object.fromEntries(Object.entries(right.tasks).slice(0, count))
    const scored = scoreLab(specs, truth, { tasks, marks: [], hints: 0 })
    const given = sum(Object.values(pointsOf(specs, scored.tasks)).map((points) => points.given))
    expect(given / 100).toBeCloseTo(scored.score, 5)
    expect(given).toBeCloseTo(pointsOfFindings * scored.findings, 3)
  })
})
