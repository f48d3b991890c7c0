import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Unbroken } from './unbroken.tsx'

const markupOf = (text: string) => renderToStaticMarkup(<Unbroken text={text} />)

const whole = (words: string) => `<span class="unbroken">${words}</span>`

describe('words with dates and codes in them', () => {
  it.each([
    ['2024-06-03 23:10, B-1, main door', `${whole('2024-06-03 23:10')}, ${whole('B-1')}, main door`],
    ['B-1, 2024-06-03, 2024-06-09', `${whole('B-1')}, ${whole('2024-06-03')}, ${whole('2024-06-09')}`],
    ['2024-06-03 23:10 月、通用口', `${whole('2024-06-03 23:10')} 月、通用口`],
    ['アカウントJ-4100、10.0.0.1', `アカウント${whole('J-4100')}、10.0.0.1`],
    ['by e-mail, within 3–5 days', 'by e-mail, within 3–5 days'],
    ['', ''],
  ])('keep those of “%s” in one piece, and all of the text', (text, markup) => {
    expect(markupOf(text)).toBe(markup)
    expect(markupOf(text).replaceAll(/<[^>]*>/gu, '')).toBe(text)
  })
})
