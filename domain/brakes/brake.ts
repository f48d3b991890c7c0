/**
 * How fast something may be repeated: `burst` times at once, then once in `everySeconds`. Whoever goes faster waits; nobody is ever
 * locked out. (Generic cell rate algorithm, ITU-T I.371: all that is kept for a key is one time.)
 */
export interface Brake {
  everySeconds: number
  burst: number
}

/**
 * The brakes of this product. For passwords: per account about the hundred failures that NIST SP 800-63B (3.2.2) tolerates before something
 * must be done, spread over an hour and a half; a device that has signed in to the account before has a brake of its own (OWASP: device cookies), so
 * that whoever is guessed at can still sign in. An address may stand for thousands of people: it is slowed only far beyond what they mistype.
 * Anybody may ask for somebody's reset link: more are let fall in silence, and the last that was sent is good for longer than the next takes.
 */
export const brakes = {
  signInToAccount: { everySeconds: 60, burst: 20 },
  signInOnDevice: { everySeconds: 60, burst: 10 },
  signInFromAddress: { everySeconds: 2, burst: 500 },
  currentPassword: { everySeconds: 60, burst: 10 },
  resetFromAddress: { everySeconds: 20, burst: 100 },
  resetOfPerson: { everySeconds: 1800, burst: 3 },
  invitationOfPerson: { everySeconds: 3600, burst: 3 },
  noticeToPerson: { everySeconds: 600, burst: 10 },
  exportByPerson: { everySeconds: 30, burst: 20 },
} as const satisfies Record<string, Brake>
export type BrakeName = keyof typeof brakes

/**
 * Pulls a brake once.
 * @param releasedAt when the brake will be released, as kept for its key; null: nothing is kept.
 * @returns the time to keep from now on; or, if it is too soon, the seconds after which it is not, at least 1. They are at most
 * `everySeconds` by one clock, and twice that where the last pull was made on another.
 */
export function pull(brake: Brake, releasedAt: Date | null, now: Date): { releasedAt: Date } | { waitSeconds: number } {
  const { latest, furthest } = refusedSpan(brake, now)
  const kept = Math.max(releasedAt?.getTime() ?? 0, now.getTime())
  const from = kept > furthest.getTime() ? latest.getTime() : kept
  if (from > latest.getTime()) return { waitSeconds: Math.ceil((from - latest.getTime()) / 1000) }
  return { releasedAt: new Date(from + brake.everySeconds * 1000) }
}

/**
 * `pull` refuses a brake that is kept later than `latest` and not later than `furthest`, for those who compare times without calling it.
 * One kept further ahead was pulled on a clock that has been set back since: it counts as pulled all but once, and whoever pulls it keeps
 * what is right again. A step is allowed for clocks of several instances and requests that overtake one another: what they keep must not
 * be taken for wrong, or each would make room for the others.
 */
export function refusedSpan({ everySeconds, burst }: Brake, now: Date): { latest: Date; furthest: Date } {
  const inSteps = (count: number) => new Date(now.getTime() + count * everySeconds * 1000)
  return { latest: inSteps(burst - 1), furthest: inSteps(burst + 1) }
}
