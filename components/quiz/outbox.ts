/** Sends what a learner chooses and gives, one after the other, and keeps it while it cannot be sent. */

export type Reply =
  | { kind: 'kept'; sequence: number }
  | { kind: 'next'; address: string }
  /** Decided against for good; `message` says why. */
  | { kind: 'refused'; message: string }
  /** Not decided: no connection, signed out, server not there. `message` is null when nobody answered. */
  | { kind: 'unsent'; message: string | null }

export type OutboxState = Exclude<Reply, { kind: 'kept' | 'next' }> | { kind: 'idle' | 'sending' | 'saved' }

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
  go: (address: string) => void
}

/**
 * A newer letter replaces one that waits, never one that was tried: its reply may have been lost, and the server knows it again.
 * Nothing is sent after a refusal or once the page is being left.
 */
export function createOutbox({ sequence, post, untilBack, tell, go }: Surroundings): (letter: Letter) => void {
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
      if (reply.kind === 'next') return go(reply.address)
      if (reply.kind === 'refused') return refuse(reply)
      if (reply.kind === 'kept') sequence = reply.sequence
      tell({ kind: 'saved' })
    }
    isBusy = false
  }

  function refuse(reply: Reply & { kind: 'refused' }): void {
    waiting = null
    isBusy = false
    tell(reply)
  }

  return (letter) => {
    waiting = letter
    if (isBusy) return
    isBusy = true
    void work()
  }
}
