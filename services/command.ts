import type { z } from 'zod'
import type { Transaction } from '#db/client'
import { troubleOf } from '#db/trouble'
import { type Actor, can, isNone, type Permission, type Reach, reachOf, type Subject } from '#domain/policy'
import { type AuditEntry, appendEvents } from './audit/append-events.ts'
import type { Caller } from './caller.ts'
import { Forbidden, InDoubt } from './errors.ts'
import { parseInput, type VerbDefinition } from './verbs.ts'

interface Context<Input, Prepared> {
  tx: Transaction
  actor: Actor
  now: Date
  input: Input
  /** The actor's reach with this permission; load the subject through it, so that what is out of sight is not found. */
  reach: Reach
  /** What `prepare` returned. */
  prepared: Prepared
}

interface CommandDefinition<S extends z.ZodType, Sub extends Subject, Out, Prepared> {
  permission: Permission
  input: S
  /** What takes long, such as hashing a password: done before the transaction, so that no connection waits for it. */
  prepare?: (asking: Caller & { input: z.output<S> }) => Promise<Prepared>
  /** Gives back what `prepare` took, where the database let the transaction down: best effort, and the error stays what it is. */
  giveBack?: (asking: Caller & { prepared: Prepared }) => Promise<void>
  /**
   * Does it in one statement that commits by itself, where that is possible and certain; null: as always, in a transaction. For hot small
   * writes without an event; it loads its subject as `subject` does, and `can` is asked of that.
   */
  atOnce?: (asking: Caller & { input: z.output<S>; reach: Reach; allow: (subject: Subject) => void }) => Promise<Out | null>
  /** Loads and locks what the command is about, through the actor's sight. */
  subject: (context: Context<z.output<S>, Prepared>) => Promise<Sub>
  /** Decides with the domain, saves with `tx`. */
  run: (context: Context<z.output<S>, Prepared> & { subject: Sub }) => Promise<Out>
  /**
   * The audit event, or one for each thing it happened to; `null` only for drafts, places and responses, whose rows are their own record.
   * The name is the verb of the log: `person.create`.
   */
  event: { verb: string; of: (context: Context<z.output<S>, Prepared> & { subject: Sub; result: Out }) => AuditEntry | AuditEntry[] } | null
}

export type Command<Input, Out> = ((caller: Caller, input: Input) => Promise<Out>) & { definition: VerbDefinition }

/**
 * Declares a command: role check, parse, prepare, transaction, subject through the actor's sight, `can`, run, audit event, commit.
 * Any failure rolls back all of it; `InDoubt` when the connection is lost so late that nobody can say.
 */
export function command<S extends z.ZodType, Sub extends Subject, Out, Prepared = undefined>(
  definition: CommandDefinition<S, Sub, Out, Prepared>,
): Command<unknown, Out> {
  const { permission, event } = definition
  const execute = async ({ actor, now, db }: Caller, raw: unknown): Promise<Out> => {
    const reach = reachOf(actor, permission)
    if (isNone(reach)) throw new Forbidden(permission)
    const input = parseInput(definition.input, raw)
    const allow = (subject: Subject) => {
      if (!can(actor, permission, subject)) throw new Forbidden(permission)
    }
    const done = (await definition.atOnce?.({ actor, now, db, input, reach, allow })) ?? null
    if (done !== null) return done
    const prepared = (await definition.prepare?.({ actor, now, db, input })) as Prepared
    let isCommitting = false
    const transaction = db.transaction(async (tx) => {
      const context = { tx, actor, now, input, reach, prepared }
      const subject = await definition.subject(context)
      allow(subject)
      const result = await definition.run({ ...context, subject })
      if (event) await appendEvents({ tx, actor, now }, event.verb, [event.of({ ...context, subject, result })].flat())
      isCommitting = true
      return result
    })
    return transaction.catch(async (error: unknown) => {
      const trouble = troubleOf(error)
      if (trouble) await definition.giveBack?.({ actor, now, db, prepared }).catch(() => undefined)
      throw isCommitting && trouble === 'unreachable' ? new InDoubt(error) : error
    })
  }
  return Object.assign(execute, {
    definition: { kind: 'command' as const, permission, event: event?.verb ?? null, input: definition.input },
  })
}
