import { describe, expect, it } from 'vitest'
import { ticksOf, timeScale, yearOf } from './time-scale.ts'

describe('yearOf', () => {
  it('takes a start at its beginning and an end at its end', () => {
    expect(yearOf('2016')).toBe(2016)
    expect(yearOf('2016', true)).toBe(2017)
    expect(yearOf('2017-01', true)).toBeCloseTo(2017 + 31 / 365)
    expect(yearOf('2021-12-31', true)).toBe(2022)
    expect(yearOf('2020-07-01')).toBeCloseTo(2020 + 182 / 366)
  })
})

describe('the ticks of a scale', () => {
  it('are its years from edge to edge', () => {
    const ticks = ticksOf(timeScale({ from: '2016', to: '2021' }, 1, 887), 'en')
    expect(ticks[0]).toEqual({ at: 1, words: '2016' })
    expect(ticks.at(-1)).toEqual({ at: 887, words: '2022' })
  })

  it('are months on a short one, with the year at the first and in January', () => {
    const words = ticksOf(timeScale({ from: '2019-11-15', to: '2020-03-15' }, 0, 600), 'ja').map((tick) => tick.words)
    expect(words).toEqual(['2019年12月', '2020年1月', '2月', '3月'])
  })
})
