/** Sends the changes of a case file, several at once and in order, and keeps them while they cannot be sent. */
import type { Change } from '#domain/labs/case-file'

export type Reply =
  | { kind: 'kept'; sequence: number }
  /** Decided against for good; `message` says why. */
  | { kind: 'refused'; message: string }
  /** Not decided: no connection, signed out, server not there. */
  | { kind: 'unsent'; message: string | null }

export type BoxState = { kind: 'idle' | 'sending' | 'saved' } | { kind: 'unsent' | 'refused'; message: string | null }

interface Surroundings {
  sequence: number
  post: (changes: readonly Change[], sequence: number) => Promise<Reply>
  /** Resolves when it is worth trying again. */
  untilBack: () => Promise<void>
  tell: (state: BoxState, sequence: number) => void
}

export interface ChangeBox {
  put: (change: Change) => void
  /** Resolves with the number of the last write when nothing waits any more; null after a refusal. */
  settled: () => Promise<number | null>
}

const atOnce = 40

/** What was sent is sent again as it was until it is answered: its reply may have been lost. After a refusal nothing more is sent. */
export function createChangeBox({ sequence, post, untilBack, tell }: Surroundings): ChangeBox {
  let waiting: Change[] = []
  let working: Promise<void> | null = null
  let isRefused = false

  async function deliver(changes: readonly Change[]): Promise<Exclude<Reply, { kind: 'unsent' }>> {
    for (;;) {
      const reply = await post(changes, sequence)
      if (reply.kind !== 'unsent') return reply
      tell(reply, sequence)
      await untilBack()
    }
  }

  async function work(): Promise<void> {
    while (waiting.length > 0 && !isRefused) {
      const changes = waiting.slice(0, atOnce)
      waiting = waiting.slice(atOnce)
      tell({ kind: 'sending' }, sequence)
      const reply = await deliver(changes)
      if (reply.kind === 'refused') {
        isRefused = true
        tell(reply, sequence)
      } else {
        sequence = reply.sequence
        if (waiting.length === 0) tell({ kind: 'saved' }, sequence)
      }
    }
    working = null
  }

  return {
    put: (change) => {
      const last = waiting.at(-1)
      // Of views looked at and responses chosen one after the other, what was never sent need not be.
      const isSame =
        last &&
        last.do === change.do &&
        (change.do === 'look' || (change.do === 'respond' && last.do === 'respond' && last.task === change.task))
      waiting = isSame ? [...waiting.slice(0, -1), change] : [...waiting, change]
      working ??= work()
    },
    settled: async () => {
      while (working) await working
      return isRefused ? null : sequence
    },
  }
}
