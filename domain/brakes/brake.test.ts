import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Brake, pull, refusedSpan } from './brake.ts'

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

/** What a brake may be found kept at, if a clock was wrong: years before or after, and close around where it refuses. */
const keptAt = ({ everySeconds, burst }: Brake) =>
  fc.oneof(
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    fc
      .integer({ min: (burst - 2) * everySeconds * 1000, max: (burst + 3) * everySeconds * 1000 })
      .map((milliseconds) => milliseconds / 1000),
  )
const aKeptBrake = aBrake.chain((brake) => fc.tuple(fc.constant(brake), keptAt(brake)))

test('whatever clock it was pulled on, the next one is let through after the wait it names, of which a clock makes one step at most', () => {
  fc.assert(
    fc.property(aKeptBrake, ([brake, kept]) => {
      const answer = pull(brake, at(kept), at(0))
      if ('releasedAt' in answer) return
      expect(answer.waitSeconds).toBeGreaterThanOrEqual(1)
      expect(answer.waitSeconds).toBeLessThanOrEqual(2 * brake.everySeconds)
      expect(pull(brake, at(kept), at(answer.waitSeconds))).toHaveProperty('releasedAt')
    }),
  )
})

test('a clock set back by a day makes nobody wait, and lets no burst through either', () => {
  const brake = { everySeconds: 60, burst: 3 }
  const answer = pull(brake, at(86_400), at(0))
  expect(answer).toEqual({ releasedAt: at(180) })
  expect(pull(brake, at(180), at(0))).toEqual({ waitSeconds: 60 })
})

test('clocks that differ by less than a step, or requests that overtake one another, let no more through', () => {
  const steps = 3
  const seen = fc.tuple(fc.nat({ max: steps }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  const inOrder = fc.array(seen, { minLength: 50, maxLength: 300 }).map((list) => list.sort(([one], [other]) => one - other))
  fc.assert(
    fc.property(aBrake, inOrder, (brake, list) => {
      const told = list.map(([step, ahead]) => (step + ahead) * brake.everySeconds)
      expect(letThrough(brake, told).length).toBeLessThanOrEqual(brake.burst + steps + 1)
    }),
  )
})

test('lets through up to the latest time that is told and not a millisecond later, and again from the furthest on', () => {
  fc.assert(
    fc.property(aBrake, fc.integer({ min: -20_000, max: 20_000 }), (brake, second) => {
      const { latest, furthest } = refusedSpan(brake, at(second))
      const after = (time: Date) => new Date(time.getTime() + 1)
      expect(pull(brake, latest, at(second))).toHaveProperty('releasedAt')
      expect(pull(brake, after(latest), at(second))).toHaveProperty('waitSeconds')
      expect(pull(brake, furthest, at(second))).toHaveProperty('waitSeconds')
      expect(pull(brake, after(furthest), at(second))).toHaveProperty('releasedAt')
    }),
  )
})
