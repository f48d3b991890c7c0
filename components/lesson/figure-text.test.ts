import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from './figure-text.ts'

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
})
