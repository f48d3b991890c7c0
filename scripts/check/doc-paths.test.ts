import { expect, test } from 'vitest'
import { missingPaths } from './doc-paths.ts'

const there = new Set(['docs', 'docs/adr', 'docs/a.md', 'domain', 'domain/policy.ts', 'messages', 'messages/en.json', 'README.md'])
const missing = (markdown: string) => missingPaths(markdown, 'docs', (path) => there.has(path))

test('finds paths that do not exist, in code spans and links', () => {
  expect(missing('See `domain/policy.ts`, `domain/gone.ts` and `gone/too.ts`.')).toEqual(['domain/gone.ts', 'gone/too.ts'])
  expect(missing('[here](a.md#part), [up](../README.md), [lost](b.md), [away](https://example.com/x.md)')).toEqual(['docs/b.md'])
  expect(missing('`messages/{en,ja}.json` and `docs/adr/`')).toEqual(['messages/ja.json'])
})

test('leaves patterns, addresses, packages and what is made at run time alone', () => {
  expect(
    missing('`docs/adr/NNNN-title.md` `domain/*/x.ts` `domain/<lab>/a.ts` `/training` `@next/swc` `.next/types` `either/or` `a b/c.ts`'),
  ).toEqual([])
  expect(missing('```\n`domain/gone.ts`\n```')).toEqual([])
})
