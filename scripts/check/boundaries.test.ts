import { expect, test } from 'vitest'
import { boundaryProblems } from './boundaries.ts'

const report = (totalCruised: number, violations: object[] = []) => JSON.stringify({ summary: { totalCruised, violations } })

test('passes when modules were seen and none crosses a boundary', () => {
  expect(boundaryProblems(report(200))).toBe('')
})

test('fails when no modules were seen', () => {
  expect(boundaryProblems(report(0))).toMatch(/only 0 modules/)
})

test('fails without a report', () => {
  expect(() => boundaryProblems('Error: no such option')).toThrow(/no such option/)
})

test('names what crosses a boundary', () => {
  expect(boundaryProblems(report(200, [{ rule: { name: 'domain-may-import' }, from: 'domain/a.ts', to: 'fs' }]))).toBe(
    'domain-may-import: domain/a.ts → fs',
  )
})
