import type { FactStatus } from './types.ts'

/** How a statement is known, as it is drawn under the words that attribute it. `own`: our own reading, without a stroke. */
export const strokes = ['confirmed', 'alleged', 'reported', 'differs', 'research', 'own'] as const
export type Stroke = (typeof strokes)[number]

const strokeOfStatus: Record<FactStatus, Stroke> = {
  'confirmed-by-organisation': 'confirmed',
  'official-statistic': 'confirmed',
  'law-or-standard': 'confirmed',
  'official-allegation': 'alleged',
  'media-report': 'reported',
  'researcher-finding': 'research',
  'disputed-or-corrected': 'differs',
}

export function strokeOf(fact: { status: FactStatus; isOwnReading: boolean }): Stroke {
  return fact.isOwnReading ? 'own' : strokeOfStatus[fact.status]
}
