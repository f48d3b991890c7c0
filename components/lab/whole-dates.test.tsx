import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WholeDates } from './whole-dates.tsx'

const markupOf = (text: string) => renderToStaticMarkup(<WholeDates text={text} />)

describe('words with dates in them', () => {
  it.each([
    ['2024-06-03 23:10, B-1, main door', '<span class="unbroken">2024-06-03 23:10</span>, B-1, main door'],
    ['B-1, 2024-06-03, 2024-06-09', 'B-1, <span class="unbroken">2024-06-03</span>, <span class="unbroken">2024-06-09</span>'],
    ['2024-06-03 23:10 月、通用口', '<span class="unbroken">2024-06-03 23:10</span> 月、通用口'],
    ['J-4100, 10.0.0.1', 'J-4100, 10.0.0.1'],
    ['', ''],
  ])('keep the dates of “%s” in one piece, and all of the text', (text, markup) => {
    expect(markupOf(text)).toBe(markup)
    expect(markupOf(text).replaceAll(/<[^>]*>/gu, '')).toBe(text)
  })
})
