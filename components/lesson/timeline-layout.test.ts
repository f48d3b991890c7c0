import { describe, expect, it } from 'vitest'
import type { TimelineFigure } from '#domain/catalogue/types'
import { haveRoom, layOutNarrow, layOutWide, yearOf } from './timeline-layout.ts'

const both = (words: string) => ({ en: words, ja: words })
const entry = (start: string, end?: string) => ({
  facts: [],
  start,
  ...(end && { end }),
  label: both('A label of some length'),
  note: both('and a note'),
  when: both(start),
  who: both('somebody'),
})
const figure: TimelineFigure = {
  kind: 'timeline',
  id: 'line',
  title: both('A line'),
  text: both('A line.'),
  facts: [],
  from: '2016',
  to: '2021',
  entries: [entry('2016', '2016'), entry('2016-09', '2017-04'), entry('2021-04-20'), entry('2021-10')],
  spans: [{ start: '2017-04', end: '2021-04-20', label: both('Four years'), note: both('without news') }],
}

describe('yearOf', () => {
  it('takes a start at its beginning and an end at its end', () => {
    expect(yearOf('2016')).toBe(2016)
    expect(yearOf('2016', true)).toBe(2017)
    expect(yearOf('2017-01', true)).toBeCloseTo(2017 + 31 / 365)
    expect(yearOf('2021-12-31', true)).toBe(2022)
    expect(yearOf('2020-07-01')).toBeCloseTo(2020 + 182 / 366)
  })
})

describe('a wide timeline', () => {
  const { marks, years } = layOutWide(figure, 'en', 888)

  it('is to scale from edge to edge', () => {
    expect(years[0]).toEqual({ year: 2016, x: 1 })
    expect(years.at(-1)).toEqual({ year: 2022, x: 887 })
    expect(marks[0]).toMatchObject({ x: 1, endX: years[1]?.x })
  })

  it('keeps its words inside the drawing and out of each other’s way', () => {
    const points = marks.filter(({ kind }) => kind === 'point')
    expect(points.map(({ anchor }) => anchor)).toEqual(['end', 'end'])
    expect(new Set(points.map(({ row }) => row)).size).toBe(2)
    expect(marks[0]?.row).not.toBe(marks[1]?.row)
  })
})

describe('a timeline on which too much happens', () => {
  it('is known to have no room for all of its words', () => {
    const [point] = figure.entries.filter(({ end }) => !end)
    const entries = Array.from({ length: 9 }, () => point as (typeof figure.entries)[number])
    expect(haveRoom(layOutWide(figure, 'en', 888).marks)).toBe(true)
    expect(haveRoom(layOutWide({ ...figure, entries }, 'en', 888).marks)).toBe(false)
  })
})

describe('a narrow timeline', () => {
  const { marks, height, axisEnd } = layOutNarrow(figure, 'en', 238)

  it('pushes words down where they would run into those above', () => {
    const spaces = marks.slice(1).map(({ textY }, index) => {
      const above = marks[index]
      return above ? textY - (above.textY + (above.titleLines.length + above.detailLines.length - 1) * 16) : 16
    })
    expect(Math.min(...spaces)).toBeGreaterThanOrEqual(16)
    expect(height).toBeGreaterThan(axisEnd)
  })

  it('gives bars that overlap in time lanes of their own', () => {
    expect(marks.filter(({ kind }) => kind === 'bar').map(({ lane }) => lane)).toEqual([0, 1])
  })
})
