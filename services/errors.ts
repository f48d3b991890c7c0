import { type Trouble, troubleOf } from '#db/trouble'

/** The ways a verb refuses. Words for the reasons are in `messages/`, namespace `refusals`. */

export class Refusal extends Error {}

/** The input has the wrong shape. `fields` gives a reason for each wrong field. */
export class InvalidInput extends Refusal {
  readonly fields: Record<string, string>
  constructor(fields: Record<string, string>) {
    super(`invalid input: ${Object.keys(fields).join(', ')}`)
    this.fields = fields
  }
}

/** It does not exist, or it is out of the actor's sight: the two look the same from outside. */
export class NotFound extends Refusal {
  constructor(what = 'not found') {
    super(what)
  }
}

/** The actor may see it, but not do this. */
export class Forbidden extends Refusal {
  constructor(permission: string) {
    super(`not permitted: ${permission}`)
  }
}

/** The state does not allow it. `reason` is one of a closed list; `values` fill the sentence for it. */
export class Conflict extends Refusal {
  readonly reason: string
  readonly values: Record<string, string | number>
  constructor(reason: string, values: Record<string, string | number> = {}) {
    super(`conflict: ${reason}`)
    this.reason = reason
    this.values = values
  }
}

/** It was tried too often: a conflict that time resolves. */
export class Braked extends Conflict {
  readonly waitSeconds: number
  constructor(waitSeconds: number) {
    super('too_fast', { seconds: waitSeconds, minutes: Math.ceil(waitSeconds / 60) })
    this.waitSeconds = waitSeconds
  }
}

/** The connection was lost while a command was being committed: only looking can tell whether it was done. */
export class InDoubt extends Refusal {
  constructor(cause: unknown) {
    super('in doubt', { cause })
  }
}

/** Why nothing can be done just now though nobody did anything wrong; null for every other error. */
export function outageIn(error: unknown): `database_${Trouble}` | 'in_doubt' | null {
  if (error instanceof InDoubt) return 'in_doubt'
  const trouble = troubleOf(error)
  return trouble && `database_${trouble}`
}

/** Maps the violation of a named database constraint to a conflict. Use as `.catch(conflictOn({ constraint: 'reason' }))`. */
export function conflictOn(reasons: Record<string, string>): (error: unknown) => never {
  return (error) => {
    const constraint = constraintOf(error)
    const reason = constraint && reasons[constraint]
    throw reason ? new Conflict(reason) : error
  }
}

function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return constraintOf(error.cause)
}
