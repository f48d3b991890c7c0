import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import en from '#messages/en'
import ja from '#messages/ja'

/** Names of events as the services declare them, or append them beside their own. */
function eventNames(): string[] {
  const files = globSync('*/*.ts', { cwd: `${import.meta.dirname}/..` }).filter((file) => !file.endsWith('.test.ts'))
  const declared = /(?:\bverb: |appendEvents\([^,]+, )'([a-z_]+\.[a-z_]+)'/g
  const found = files.flatMap((file) => [...readFileSync(`${import.meta.dirname}/../${file}`, 'utf8').matchAll(declared)])
  return [...new Set(found.map((match) => match[1] ?? ''))].sort()
}

function sentencesIn(verbs: Record<string, string | Record<string, string>>): Map<string, string> {
  const nested = Object.entries(verbs).flatMap(([subject, deeds]) =>
    typeof deeds === 'string' ? [] : Object.entries(deeds).map(([deed, sentence]) => [`${subject}.${deed}`, sentence] as const),
  )
  return new Map(nested)
}

const names = eventNames()

test('events are found where they are declared', () => {
  expect(names).toContain('report.export')
  expect(names.length).toBeGreaterThan(20)
})

describe.each([
  ['English', sentencesIn(en.auditLog.verbs)],
  ['Japanese', sentencesIn(ja.auditLog.verbs)],
])('in %s', (_, sentences) => {
  test.each(names)('%s is told in a sentence', (name) => expect(sentences.get(name)).toMatch(/[.。]$/))

  test('no sentence is left of an event that does not exist', () => {
    expect([...sentences.keys()].filter((name) => !names.includes(name))).toEqual([])
  })
})
