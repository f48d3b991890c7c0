import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LanesFigure } from '#domain/catalogue/types'
import { textWidth } from './figure-text.ts'
import { layOutLanes, type PlacedSpan } from './lanes-layout.ts'

const both = (words: string) => ({ en: words, ja: words })
type Span = LanesFigure['lanes'][number]['spans'][number]
const lanes = (spans: Span[], from = '2016-01-01', to = '2021-12-31'): LanesFigure => ({
  kind: 'lanes',
  id: 'lanes',
  title: both('Lanes'),
  text: both('Lanes.'),
  facts: [],
  from,
  to,
  legend: { unseen: both('Unseen'), known: both('Known'), told: both('Told') },
  lanes: [{ id: 'one', label: both('One'), facts: [], spans }],
})
const spansOf = (figure: LanesFigure, width: number) => layOutLanes(figure, 'en', width).lanes[0]?.spans ?? []

function boxOf({ x, lines, anchor, row }: PlacedSpan) {
  const length = Math.max(...lines.map((line) => textWidth(line)))
  return { left: anchor === 'start' ? x : x - length, right: anchor === 'start' ? x + length : x, top: row, bottom: row + lines.length }
}

describe('lanes', () => {
  it('stand to scale, an end being the end of its day, month or year', () => {
    const [year, moment] = spansOf(
      lanes([
        { kind: 'unseen', start: '2017', end: '2017', label: both('A year') },
        { kind: 'told', start: '2021-12-31', label: both('A day') },
      ]),
      602,
    )
    expect([year?.x, year?.endX].map((x) => Math.round(x ?? 0))).toEqual([101, 201])
    expect(moment).toMatchObject({ isMoment: true, anchor: 'end' })
    expect(moment?.x).toBeGreaterThan(595)
  })

  it('keep a short span wide enough to be seen', () => {
    const [day] = spansOf(lanes([{ kind: 'known', start: '2018-05-01', end: '2018-05-01', label: both('A day') }]), 330)
    expect((day?.endX ?? 0) - (day?.x ?? 0)).toBeGreaterThanOrEqual(4)
  })

  it('never let words run into each other, at any width', () => {
    const month = fc.integer({ min: 0, max: 71 })
    const dateOf = (months: number) => `${2016 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
    const span = fc
      .tuple(month, fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'bc ', 'd ') }))
      .map(([start, words]): Span => ({ kind: 'known', start: dateOf(start), label: both(`x${words}`) }))
    const spans = fc.uniqueArray(span, { minLength: 1, maxLength: 6, selector: ({ start }) => start })
    fc.assert(
      fc.property(spans, fc.constantFrom(330, 888), (given, width) => {
        const boxes = spansOf(lanes(given), width).map(boxOf)
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      }),
    )
  })

  it('keep their words within the drawing, on the side that has room', () => {
    const words = '2018年7月以降、関係する顧客に個別に説明'
    const spans = ['2016-02', '2018-06', '2021-11'].map((start): Span => ({ kind: 'known', start, label: both(words) }))
    const boxes = layOutLanes(lanes(spans), 'ja', 330).lanes[0]?.spans.map(boxOf) ?? []
    expect(boxes).toHaveLength(3)
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(330)
    }
  })

  it('show years, fewer where there is little room, and months on a short scale', () => {
    const span: Span = { kind: 'told', start: '2019-03', label: both('A month') }
    const long = layOutLanes(lanes([span]), 'en', 888).ticks.map(({ words }) => words)
    expect(long).toEqual(['2016', '2017', '2018', '2019', '2020', '2021', '2022'])
    expect(layOutLanes(lanes([span]), 'en', 200).ticks.map(({ words }) => words)).toEqual(['2016', '2018', '2020', '2022'])
    expect(layOutLanes(lanes([span], '2019-03-01', '2019-12-31'), 'en', 330).ticks.map(({ words }) => words)).toEqual([
      'Apr 2019',
      'Jul',
      'Oct',
      'Jan 2020',
    ])
  })
})
