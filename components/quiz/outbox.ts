/** Sends what a learner chooses and gives, one after the other, and keeps it while it cannot be sent. */

import type { ResponseAnswer } from './quiz-step.tsx'

export type Reply =
  | { kind: 'kept'; sequence: number }
  /** A response was taken; `answer` says what comes of it. */
  | { kind: 'given'; sequence: number; answer: ResponseAnswer }
  /** Decided against for good; `message` says why. */
  | { kind: 'refused'; message: string }
  /** Not decided: no connection, signed out, server not there. `message` is null when nobody answered. */
  | { kind: 'unsent'; message: string | null }

export type OutboxState = Exclude<Reply, { kind: 'kept' | 'given' }> | { kind: 'idle' | 'sending' | 'saved' }

export interface Letter {
  address: string
  fields: [string, string][]
}

interface Surroundings {
  /** The number of the last write that the page knows of. */
  sequence: number
  post: (letter: Letter, sequence: number) => Promise<Reply>
  /** Resolves when it is worth trying again. */
  untilBack: () => Promise<void>
  tell: (state: OutboxState) => void
  take: (answer: ResponseAnswer) => void
}

/**
 * A newer letter replaces one that waits, never one that was tried: its reply may have been lost, and the server knows it again.
 * Of what waits, nothing is sent after a refusal, or after a response: it was about a question that is done.
 */
export function createOutbox({ sequence, post, untilBack, tell, take }: Surroundings): (letter: Letter) => void {
  let waiting: Letter | null = null
  let isBusy = false

  async function deliver(letter: Letter): Promise<Reply> {
    for (;;) {
      const reply = await post(letter, sequence)
      if (reply.kind !== 'unsent') return reply
      tell(reply)
      await untilBack()
    }
  }

  async function work(): Promise<void> {
    while (waiting) {
      const letter = waiting
      waiting = null
      tell({ kind: 'sending' })
      const reply = await deliver(letter)
      if (reply.kind === 'kept') {
        sequence = reply.sequence
        tell({ kind: 'saved' })
      } else waiting = null
      if (reply.kind === 'refused') tell(reply)
      if (reply.kind === 'given') {
        sequence = reply.sequence
        tell({ kind: 'idle' })
        take(reply.answer)
      }
    }
    isBusy = false
  }

  return (letter) => {
    waiting = letter
    if (isBusy) return
    isBusy = true
    void work()
  }
}
