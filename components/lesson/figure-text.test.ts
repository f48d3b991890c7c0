import { describe, expect, it } from 'vitest'
import { textWidth, wrapEvenly, wrapText } from './figure-text.ts'

describe('textWidth', () => {
  it('counts the space that browsers leave between Japanese and figures', () => {
    expect(textWidth('9月')).toBeCloseTo(6.8 + 12 + 1.5)
    expect(textWidth('月、9')).toBeCloseTo(24 + 6.8)
  })
})

describe('wrapText', () => {
  it('breaks English at spaces and loses no word', () => {
    const lines = wrapText('police allege, about September 2016 to April 2017', 150)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join(' ')).toBe('police allege, about September 2016 to April 2017')
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(150)
  })

  it('breaks Japanese between words and never before a full stop or a unit', () => {
    const text = '警察の見立て、2016年9月ごろから2017年4月ごろまで。'
    const lines = wrapText(text, 120)
    expect(lines.join('')).toBe(text)
    for (const line of lines) expect(line).not.toMatch(/^[、。年月]/u)
  })

  it('leaves what fits on one line', () => {
    expect(wrapText('Not indicted', 200)).toEqual(['Not indicted'])
  })

  it('parts no bracket from what it opens, and no word in katakana', () => {
    for (let width = 60; width < 200; width += 10)
      for (const line of wrapText('最初の侵入（気づかれず）とファイルレスマルウェアの実行', width)) {
        expect(line).not.toMatch(/（$/u)
        expect(line).not.toMatch(/^(レス|マル|ウェア)/u)
      }
  })
})

describe('wrapEvenly', () => {
  it('takes no more lines, and leaves no word alone on the last', () => {
    const text = 'no later outcome found; no conviction known'
    expect(wrapText(text, 260)).toEqual(['no later outcome found; no conviction', 'known'])
    expect(wrapEvenly(text, 260)).toEqual(['no later outcome found;', 'no conviction known'])
    expect(wrapEvenly('Not indicted', 200)).toEqual(['Not indicted'])
  })
})
