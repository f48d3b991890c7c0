/** How long a signed-in device stays signed in. */

const minute = 60_000
const hour = 60 * minute

/** Milliseconds without a request, and from signing in at the latest. A shared device forgets sooner. */
export const sessionLimits = {
  own: { idle: 12 * hour, absolute: 7 * 24 * hour },
  shared: { idle: 5 * minute, absolute: 8 * hour },
} as const

/** Being seen is written down at most this often, so that most requests only read; on a shared device oftener, as it forgets sooner. */
const seenEvery = { own: 5 * minute, shared: minute / 2 }

/** When a session ends if nothing more is heard: the idle limit from `lastSeenAt`, but never past the absolute one. */
export function sessionEnd({ createdAt, lastSeenAt, isShared }: { createdAt: Date; lastSeenAt: Date; isShared: boolean }): Date {
  const { idle, absolute } = isShared ? sessionLimits.shared : sessionLimits.own
  return new Date(Math.min(lastSeenAt.getTime() + idle, createdAt.getTime() + absolute))
}

/**
 * A clock set back leaves sessions of the future, which would last longer by as much. One seen in the future is due to be seen anew, which
 * gives it its proper end; see also `latestBeginning`.
 */
export const isDueToBeSeen = ({ lastSeenAt, isShared }: { lastSeenAt: Date; isShared: boolean }, now: Date): boolean =>
  Math.abs(now.getTime() - lastSeenAt.getTime()) >= (isShared ? seenEvery.shared : seenEvery.own)

/** A session that began later than this began on a clock that was wrong, and counts no more: its absolute limit would be out of reach. */
export const latestBeginning = (now: Date): Date => new Date(now.getTime() + sessionLimits.own.idle)
