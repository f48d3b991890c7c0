import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Brake, latestToPull, pull } from './brake.ts'

const start = Date.UTC(2026, 10, 23)
const at = (seconds: number) => new Date(start + seconds * 1000)

/** Pulls at each of the seconds, keeping what the brake says to keep; the seconds at which it let through. */
function letThrough(brake: Brake, seconds: readonly number[]): number[] {
  let releasedAt: Date | null = null
  return seconds.filter((second) => {
    const answer = pull(brake, releasedAt, at(second))
    if ('waitSeconds' in answer) return false
    releasedAt = answer.releasedAt
    return true
  })
}

const aBrake = fc.record({ everySeconds: fc.integer({ min: 1, max: 600 }), burst: fc.integer({ min: 1, max: 50 }) })
const moments = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }).map((list) => list.sort((a, b) => a - b))

test('lets a burst through at once, and no more', () => {
  fc.assert(
    fc.property(aBrake, (brake) => {
      expect(letThrough(brake, Array(60).fill(0))).toHaveLength(brake.burst)
    }),
  )
})

test('lets no more through in any span than a burst and one for each step of it', () => {
  fc.assert(
    fc.property(aBrake, moments, (brake, seconds) => {
      const passed = letThrough(brake, seconds)
      for (const [index, from] of passed.entries())
        for (const [further, to] of passed.slice(index).entries())
          expect(further + 1).toBeLessThanOrEqual(brake.burst + Math.floor((to - from) / brake.everySeconds))
    }),
  )
})

test('never locks: after the wait it names, the next one is let through', () => {
  fc.assert(
    fc.property(aBrake, moments, (brake, seconds) => {
      let releasedAt: Date | null = null
      for (const second of seconds) {
        const answer = pull(brake, releasedAt, at(second))
        if ('releasedAt' in answer) releasedAt = answer.releasedAt
        else {
          expect(answer.waitSeconds).toBeGreaterThanOrEqual(1)
          expect(answer.waitSeconds).toBeLessThanOrEqual(brake.everySeconds)
          expect(pull(brake, releasedAt, at(second + answer.waitSeconds))).toHaveProperty('releasedAt')
        }
      }
    }),
  )
})

test('a clock set back by years makes nobody wait longer than one step', () => {
  const brake = { everySeconds: 60, burst: 3 }
  expect(pull(brake, at(500_000_000), at(0))).toEqual({ waitSeconds: 60 })
})

test('lets through up to the latest time that is told, and not a millisecond later', () => {
  fc.assert(
    fc.property(aBrake, fc.integer({ min: -20_000, max: 20_000 }), (brake, second) => {
      const latest = latestToPull(brake, at(second))
      expect(pull(brake, latest, at(second))).toHaveProperty('releasedAt')
      expect(pull(brake, new Date(latest.getTime() + 1), at(second))).toHaveProperty('waitSeconds')
    }),
  )
})
