import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from '#messages/en'
import ja from '#messages/ja'

/** The files that take their words from the workbench. */
const texts = globSync('*.tsx', { cwd: import.meta.dirname })
  .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
  .filter((text) => text.includes('useWords()'))
const asked = texts.flatMap((text) => {
  const calls = [...text.matchAll(/\bt\(([^)]*)\)/g)].map((match) => match[1] ?? '')
  return calls.flatMap((call) => [...call.matchAll(/'([A-Za-z_]+)'/g)].map((match) => match[1] ?? ''))
})

describe.each([
  ['English', en.lab.bench as Record<string, string>],
  ['Japanese', ja.lab.bench as Record<string, string>],
])('the words of the workbench in %s', (_, words) => {
  it('are there for all that is asked for', () => {
    expect(asked.length).toBeGreaterThan(60)
    expect([...new Set(asked)].filter((key) => !(key in words) && !['T', 'up', 'column', 'value'].includes(key))).toEqual([])
  })

  it('are plain sentences: nothing in them has to be worked out', () => {
    expect(Object.entries(words).filter(([, text]) => /\{\w+,/.test(text))).toEqual([])
  })
})
