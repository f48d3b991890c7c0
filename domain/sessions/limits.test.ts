import { assert, boolean, date, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDueToBeSeen, sessionEnd, sessionLimits } from './limits.ts'

const from = { min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }

describe('a session', () => {
  it('ends after half a day of silence, a shared device after five minutes', () => {
    const createdAt = new Date('2026-11-22T00:00:00Z')
    expect(sessionEnd({ createdAt, lastSeenAt: createdAt, isShared: false })).toEqual(new Date('2026-11-22T12:00:00Z'))
    expect(sessionEnd({ createdAt, lastSeenAt: createdAt, isShared: true })).toEqual(new Date('2026-11-22T00:05:00Z'))
  })

  it('never outlives its absolute limit, and being seen never shortens it', () => {
    assert(
      property(date(from), nat(9 * 86_400_000), nat(86_400_000), boolean(), (createdAt, seen, later, isShared) => {
        const first = sessionEnd({ createdAt, lastSeenAt: new Date(createdAt.getTime() + seen), isShared })
        const then = sessionEnd({ createdAt, lastSeenAt: new Date(createdAt.getTime() + seen + later), isShared })
        const { absolute } = isShared ? sessionLimits.shared : sessionLimits.own
        return then >= first && then.getTime() - createdAt.getTime() <= absolute
      }),
    )
  })

  it('seen on a clock that was ahead is due to be seen anew, and then ends as others do', () => {
    const now = new Date('2026-11-22T00:00:00Z')
    const ahead = { createdAt: now, lastSeenAt: new Date('2026-11-25T00:00:00Z'), isShared: true }
    expect(isDueToBeSeen(ahead, now)).toBe(true)
    expect(sessionEnd({ ...ahead, lastSeenAt: now })).toEqual(new Date('2026-11-22T00:05:00Z'))
    expect(isDueToBeSeen({ ...ahead, lastSeenAt: new Date(now.getTime() + 2000) }, now)).toBe(false)
  })

  it('is written down as seen every five minutes at most, on a shared device every half minute', () => {
    const seen = new Date('2026-11-22T00:00:00Z')
    expect(isDueToBeSeen({ lastSeenAt: seen, isShared: false }, new Date('2026-11-22T00:04:59Z'))).toBe(false)
    expect(isDueToBeSeen({ lastSeenAt: seen, isShared: false }, new Date('2026-11-22T00:05:00Z'))).toBe(true)
    expect(isDueToBeSeen({ lastSeenAt: seen, isShared: true }, new Date('2026-11-22T00:00:29Z'))).toBe(false)
    expect(isDueToBeSeen({ lastSeenAt: seen, isShared: true }, new Date('2026-11-22T00:00:30Z'))).toBe(true)
  })
})
