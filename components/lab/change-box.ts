/** Sends the changes of a case file, several at once and in order, and keeps them while they cannot be sent. */
import type { Change } from '#domain/labs/case-file'
import type { LabRefusal } from '#domain/labs/refusals'
import type { Unsent } from './unsent.ts'

export type Reply =
  | { kind: 'kept'; sequence: number }
  /** Decided against for good, whatever is sent; `message` says why. */
  | { kind: 'refused'; message: string }
  /** These changes will never be kept; others may. */
  | { kind: 'unfit' }
  /** Not decided: no connection, signed out, server not there. */
  | { kind: 'unsent'; message: string | null }

export type BoxState = { kind: 'idle' | 'sending' | 'saved' } | { kind: 'unsent' | 'refused'; message: string | null }

interface Surroundings {
  sequence: number
  post: (changes: readonly Change[], sequence: number) => Promise<Reply>
  /** Resolves when it is worth trying again. */
  untilBack: () => Promise<void>
  tell: (state: BoxState, sequence: number) => void
  /** Whenever something more, or less, is not acknowledged yet. */
  keep: (unsent: Unsent) => void
  /** A change is dropped; `left` are all the others since the page was loaded, kept or still to be sent. */
  drop: (change: Change, left: readonly Change[]) => void
}

export interface ChangeBox {
  put: (change: Change) => void
  /** Resolves with the number of the last write when nothing waits any more; null after a refusal, or where a change was dropped meanwhile. */
  settled: () => Promise<number | null>
}

const atOnce = 40

/** Signed out, too slow, too much at once: the same may be kept later. */
const passing = [401, 408, 429]
const unfit: LabRefusal = 'not_in_evidence'

/** What an answer of the server means for the changes that were sent. */
export function replyOf(status: number, answer: { sequence: number } | { message: string; reason: string }): Reply {
  if ('sequence' in answer) return { kind: 'kept', sequence: answer.sequence }
  if (status >= 500 || passing.includes(status)) return { kind: 'unsent', message: answer.message }
  if (status === 400 || answer.reason === unfit) return { kind: 'unfit' }
  return { kind: 'refused', message: answer.message }
}

/**
 * What was sent is sent again as it was until it is answered: its reply may have been lost. After a refusal nothing more is sent.
 * Of changes that do not fit each is sent alone, so that only what is at fault is dropped.
 */
export function createChangeBox({ sequence, post, untilBack, tell, keep, drop }: Surroundings): ChangeBox {
  const kept: Change[] = []
  let waiting: Change[] = []
  let underWay: readonly Change[] = []
  let working: Promise<void> | null = null
  let isRefused = false
  /** How many of those that wait are sent alone. */
  let alone = 0
  let dropped = 0

  const remember = () => keep({ sequence, underWay: underWay.length, changes: [...underWay, ...waiting] })

  async function deliver(changes: readonly Change[]): Promise<Exclude<Reply, { kind: 'unsent' }>> {
    for (;;) {
      const reply = await post(changes, sequence)
      if (reply.kind !== 'unsent') return reply
      tell(reply, sequence)
      await untilBack()
    }
  }

  function takeNext(): Change[] {
    const count = alone > 0 ? 1 : atOnce
    const changes = waiting.slice(0, count)
    waiting = waiting.slice(count)
    alone = Math.max(0, alone - 1)
    return changes
  }

  function sortOut(changes: readonly Change[]): void {
    const [first, ...others] = changes
    if (first && others.length === 0) {
      dropped += 1
      drop(first, [...kept, ...waiting])
    } else {
      waiting = [...changes, ...waiting]
      alone = changes.length
    }
  }

  async function work(): Promise<void> {
    while (waiting.length > 0 && !isRefused) {
      const changes = takeNext()
      underWay = changes
      remember()
      tell({ kind: 'sending' }, sequence)
      const reply = await deliver(changes)
      if (reply.kind === 'refused') {
        isRefused = true
        tell(reply, sequence)
        break
      }
      underWay = []
      if (reply.kind === 'unfit') sortOut(changes)
      else {
        sequence = reply.sequence
        kept.push(...changes)
      }
      remember()
      if (waiting.length === 0) tell({ kind: 'saved' }, sequence)
    }
    working = null
  }

  return {
    put: (change) => {
      const last = waiting.at(-1)
      // Of views looked at, notes written and responses chosen one after the other, what was never sent need not be.
      const isSame =
        last &&
        last.do === change.do &&
        (change.do === 'look' || change.do === 'note' || (change.do === 'respond' && last.do === 'respond' && last.task === change.task))
      waiting = isSame ? [...waiting.slice(0, -1), change] : [...waiting, change]
      if (working || isRefused) remember()
      else working = work()
    },
    settled: async () => {
      const before = dropped
      while (working) await working
      return isRefused || dropped > before ? null : sequence
    },
  }
}
