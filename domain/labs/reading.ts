/** Why somebody reads what another person gave in a lab: it is recorded, and told to that person. */
export const readingReasons = ['conversation', 'asked', 'doubt', 'inquiry'] as const
export type ReadingReason = (typeof readingReasons)[number]

/** The reason that a word stands for; null for any other word. */
export const readingReasonOf = (word: unknown): ReadingReason | null => readingReasons.find((reason) => reason === word) ?? null
