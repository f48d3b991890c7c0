import { expect, test } from 'vitest'
import { countPlaywright, countVitest, judged } from './counted.ts'

test('counts what did not pass as failed, skipped tests too', () => {
  expect(countVitest(JSON.stringify({ numPassedTests: 7, numTotalTests: 9, numFailedTests: 1, numPendingTests: 1 }))).toEqual({
    passed: 7,
    failed: 2,
  })
})

test('counts journeys that passed only at a second try, were skipped, or never began as failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{ message: 'set-up failed' }] }
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 4 })
})

test('takes a run that counted nothing or ended badly for failed', () => {
  expect(judged(0, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 })
  expect(judged(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
  expect(judged(1, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 })
  expect(judged(1, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 })
})
