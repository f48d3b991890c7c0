/** Why somebody reads what another person gave in a lab: it is recorded, and told to that person. */
export const readingReasons = ['conversation', 'asked', 'doubt', 'inquiry'] as const
export type ReadingReason = (typeof readingReasons)[number]

/** Whether reviewers may read what was given in an attempt at a lab, or why not. */
export type Readable = 'readable' | 'not_allowed' | 'begun_before'

/** Whoever began before it was allowed was told that nobody reads it: that stays so. @param since when the owner allowed it; null: not allowed. */
export function readableOf(since: Date | null, startedAt: Date): Readable {
  if (since === null) return 'not_allowed'
  return startedAt < since ? 'begun_before' : 'readable'
}

/** The reason that a word stands for; null for any other word. */
export const readingReasonOf = (word: unknown): ReadingReason | null => readingReasons.find((reason) => reason === word) ?? null
