import { describe, expect, it } from 'vitest'
import { timelineEntry as entry, timeline as figure } from '#testing/timeline'
import { lineHeight } from './figure-text.ts'
import { layOutNarrow } from './timeline-narrow-layout.ts'

describe('a narrow timeline', () => {
  const { marks, height, axisEnd } = layOutNarrow(figure, 'en', 238)

  it('pushes words down where they would run into those above', () => {
    const spaces = marks.slice(1).map(({ textY }, index) => {
      const above = marks[index]
      return above ? textY - (above.textY + (above.titleLines.length + above.detailLines.length - 1) * lineHeight) : lineHeight
    })
    expect(Math.min(...spaces)).toBeGreaterThanOrEqual(lineHeight)
    expect(height).toBeGreaterThan(axisEnd)
  })

  it('gives bars that overlap in time lanes of their own', () => {
    expect(marks.filter(({ kind }) => kind === 'bar').map(({ lane }) => lane)).toEqual([0, 1])
  })

  it('is as long as its words where little time has many of them', () => {
    const days = {
      ...figure,
      from: '2019-06-26',
      to: '2019-07-19',
      entries: ['2019-06-28', '2019-07-08'].map((day) => entry(day)),
      spans: [],
    }
    const { marks: close } = layOutNarrow(days, 'en', 238)
    expect((close[1]?.y ?? 0) - (close[0]?.y ?? 0)).toBeGreaterThan(40)
  })
})
