import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Language } from '#domain/catalogue/types'
import { labs, newestLab } from '#domain/labs/registry'
import { say, withNumbers } from './say.ts'

const values = { files: 27_445, rest: 1_200, account: 'sv-7001' }

describe('the words of a debrief', () => {
  it('have numbers as the language writes them, and what is no number as it is', () => {
    expect(say('en', '{account} opened {files} files.', values)).toBe('sv-7001 opened 27,445 files.')
    expect(say('ja', '{account}は{files}件を開きました。', values)).toBe('sv-7001は27,445件を開きました。')
    expect(say('en', '{ files }', { files: '27445' })).toBe('27445')
  })

  it('have them so inside a plural and a choice, whose branches stay words', () => {
    const text = '{files, plural, one {file} other {{files} of {rest} files}}{account, select, none {} other { by {account}}}'
    expect(say('en', text, values)).toBe('27,445 of 1,200 files by sv-7001')
    // Named as a value is, and yet a branch.
    expect(say('en', '{rest, plural, one {file} other {files}}', values)).toBe('files')
    expect(withNumbers('{rest, plural, one {file} other {files}}', values)).toBe('{rest, plural, one {file} other {files}}')
  })

  it('are told as they stand where they cannot be read', () => {
    expect(say('en', '{files', values)).toBe('{files')
    expect(say('en', 'a } b', values)).toContain('a')
  })
})

describe('the product’s own labs', () => {
  const textsOf = (lab: string, language: Language) => {
    const { debrief } = parse(readFileSync(`content/units/${lab}/lab.${language}.yaml`, 'utf8')) as {
      debrief: { steps: Record<string, { text: string }>; decoys: Record<string, string> }
    }
    return (id: string) => debrief.steps[id]?.text ?? debrief.decoys[id] ?? ''
  }
  const large = [...new Set(labs.map(({ id }) => id))].flatMap((id) => {
    const lab = newestLab(id)
    const worlds = ['00', '11', '22'].map((pair) => lab?.generate(pair.repeat(16)))
    const told = worlds.flatMap((world) => (world ? [...world.truth.steps, ...world.truth.decoys] : []))
    return told.filter(({ values }) => Object.values(values).some(isLarge)).map((one) => ({ lab: id, ...one }))
  })

  it.each(['en', 'ja'] as const)('tell no number of four digits without its thousands (%s)', (language) => {
    expect(large.length).toBeGreaterThan(0)
    for (const { lab, id, values } of large) {
      const words = say(language, textsOf(lab, language)(id), values)
      expect([words, Object.values(values).filter((value) => isLarge(value) && words.includes(String(value)))]).toEqual([words, []])
    }
  })
})

function isLarge(value: string | number): value is number {
  return typeof value === 'number' && value >= 1_000
}
