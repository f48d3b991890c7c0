import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discRadius, type LinkLayout, layOut } from './link-layout.ts'
import type { Link } from './workbench.ts'

const width = 240
const link = (value: string, ...marks: number[]): Link => ({ value, marks })
/** One value in so many rows. */
const all = (count: number) => [link('B-1', ...Array(count).keys())]

/** The shortest way between the middles of two rows. */
function closest({ placed }: LinkLayout): number {
  const ways = placed.flatMap((one, index) => placed.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)))
  return Math.min(Number.POSITIVE_INFINITY, ...ways)
}

const isWithin = ({ placed, width: right, height: bottom }: LinkLayout) =>
  placed.every(({ x, y }) => x >= discRadius && y >= discRadius && x <= right - discRadius && y <= bottom - discRadius)

describe('the drawing of what links rows', () => {
  it.each([2, 3, 10, 22, 23, 40, 60, 120])('keeps the letters of %i rows that are all linked apart', (count) => {
    const drawn = layOut(all(count), width)
    expect(drawn.placed).toHaveLength(count)
    expect(closest(drawn)).toBeGreaterThan(2 * discRadius + 2)
    expect(isWithin(drawn)).toBe(true)
  })

  it('keeps them apart whatever is linked with what', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 2, maxLength: 8 })
    const links = fc.array(some, { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(links, (groups) => {
        const drawn = layOut(
          groups.map((marks, index) => link(String(index), ...marks)),
          width,
        )
        expect(drawn.placed.map(({ mark }) => mark).toSorted()).toEqual([...new Set(groups.flat())].toSorted())
        expect(closest(drawn)).toBeGreaterThan(2 * discRadius + 2)
        expect(isWithin(drawn)).toBe(true)
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it('stays as wide as there is room for rings that fit, and is wider only by one that does not', () => {
    const pairs = Array.from({ length: 30 }, (_, index) => link(String(index), 2 * index, 2 * index + 1))
    expect(layOut(pairs, width).width).toBeLessThanOrEqual(width)
    expect(layOut(all(16), width).width).toBeLessThanOrEqual(width)
    expect(layOut(all(60), width).width).toBeGreaterThan(width)
  })

  it('puts rows that hang together by others on one ring, and draws a line for each two with what they share', () => {
    const { placed, lines } = layOut([link('a', 0, 1), link('b', 2, 3), link('c', 1, 4), link('d', 0, 1)], width)
    expect(placed.map(({ mark }) => mark)).toEqual([0, 1, 4, 2, 3])
    expect(lines.map(({ from, to, values }) => [from.mark, to.mark, values])).toEqual([
      [0, 1, 2],
      [2, 3, 1],
      [1, 4, 1],
    ])
  })

  it('of no links is nothing', () => {
    expect(layOut([], width)).toEqual({ width: 0, height: 0, placed: [], lines: [] })
  })
})
