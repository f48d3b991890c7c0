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
 */
export const brakes = {
  signInToAccount: { everySeconds: 60, burst: 20 },
  signInOnDevice: { everySeconds: 60, burst: 10 },
  signInFromAddress: { everySeconds: 2, burst: 500 },
  currentPassword: { everySeconds: 60, burst: 10 },
  resetFromAddress: { everySeconds: 20, burst: 100 },
  invitationOfPerson: { everySeconds: 3600, burst: 3 },
  noticeToPerson: { everySeconds: 600, burst: 10 },
  exportByPerson: { everySeconds: 30, burst: 20 },
} as const satisfies Record<string, Brake>
export type BrakeName = keyof typeof brakes

/**
 * Pulls a brake once.
 * @param releasedAt when the brake will be released, as kept for its key; null: nothing is kept.
 * @returns the time to keep from now on; or, if it is too soon, the seconds to wait, at least 1 and at most `everySeconds`.
 * A time far ahead counts no more than a brake pulled as hard as possible, so that a clock set back makes nobody wait longer than one step.
 */
export function pull({ everySeconds, burst }: Brake, releasedAt: Date | null, now: Date): { releasedAt: Date } | { waitSeconds: number } {
  const step = everySeconds * 1000
  const latest = now.getTime() + burst * step
  const from = Math.min(Math.max(releasedAt?.getTime() ?? 0, now.getTime()), latest)
  const next = from + step
  return next <= latest ? { releasedAt: new Date(next) } : { waitSeconds: Math.ceil((next - latest) / 1000) }
}

/** The latest time at which a brake may be kept as released for `pull` to let through, for those who compare times without calling it. */
export const latestToPull = ({ everySeconds, burst }: Brake, now: Date): Date => new Date(now.getTime() + (burst - 1) * everySeconds * 1000)
