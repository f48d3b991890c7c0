/** What the sentence at the head of a report says; its words are in `messages`. */

import { type Counts, doneIn, expectedIn } from './counts.ts'
import type { GroupRow } from './groups.ts'

export interface Answer {
  done: number
  /** Of how many: everybody assigned but who left without it. */
  expected: number
  overdue: number
  /** The group with most people overdue, where groups can be told apart. */
  worst: { groupId: string; name: string; isDirect: boolean; overdue: number; hasAll: boolean } | null
  /** Is that group the only one with more people overdue than a week ago? */
  isOnlyWorsening: boolean
}

/** @param rows sorted by need, as `rollUp` gives them. */
export function answerOf(total: Counts, rows: readonly GroupRow[]): Answer {
  const [first] = rows
  const worst = first && rows.length > 1 && first.counts.overdue > 0 ? first : null
  const worsening = rows.filter((row) => row.counts.overdue > row.overdueBefore)
  return {
    done: doneIn(total),
    expected: expectedIn(total),
    overdue: total.overdue,
    worst: worst && {
      groupId: worst.groupId,
      name: worst.name,
      isDirect: worst.isDirect,
      overdue: worst.counts.overdue,
      hasAll: worst.counts.overdue === total.overdue,
    },
    isOnlyWorsening: worst !== null && worsening.length === 1 && worsening[0] === worst,
  }
}
