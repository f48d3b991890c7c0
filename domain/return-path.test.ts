import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

describe('the path to return to', () => {
  it.each(['/training', '/courses/rented/lesson-1?part=p2#p3', '/reports?group=%E6%9C%AC'])('keeps %s', (path) => {
    expect(returnPath(path, '/training')).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'training',
    '',
    undefined,
    null,
    7,
    ['/training'],
    `/${'x'.repeat(3000)}`,
  ])('never leads away: %j', (wanted) => {
    expect(returnPath(wanted, '/training')).toBe('/training')
  })

  it('stays on the site that a browser would resolve it against, whatever it is', () => {
    const pieces = constantFrom('/', '\\', '.', '..', '\t', '\r', '%2f', '%5c', '@', ':', '?', '#', 'evil.example', 'https:', 'a')
    const paths = array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
    const base = 'https://casebook.example'
    const stays = (wanted: string) => new URL(returnPath(wanted, '/training'), base).origin === base
    assert(property(paths, stays), { numRuns: 2000 })
    assert(property(string(), stays))
  })
})
