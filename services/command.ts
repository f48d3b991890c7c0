import type { z } from 'zod'
import type { Transaction } from '#db/client'
import { type Actor, can, isNone, type Permission, type Reach, reachOf, type Subject } from '#domain/policy'
import { type AuditEntry, appendEvent } from './audit/append-event.ts'
import type { Caller } from './caller.ts'
import { Forbidden } from './errors.ts'
import { parseInput, type VerbDefinition } from './verbs.ts'

interface Context<Input> {
  tx: Transaction
  actor: Actor
  now: Date
  input: Input
  /** The actor's reach with this permission; load the subject through it, so that what is out of sight is not found. */
  reach: Reach
}

interface CommandDefinition<S extends z.ZodType, Sub extends Subject, Out> {
  permission: Permission
  input: S
  /** Loads and locks what the command is about, through the actor's sight. */
  subject: (context: Context<z.output<S>>) => Promise<Sub>
  /** Decides with the domain, saves with `tx`. */
  run: (context: Context<z.output<S>> & { subject: Sub }) => Promise<Out>
  /**
   * The audit event; `null` only for drafts, places and responses, whose rows are their own record.
   * The name is the verb of the log: `person.create`.
   */
  event: { verb: string; of: (context: Context<z.output<S>> & { subject: Sub; result: Out }) => AuditEntry } | null
}

export type Command<Input, Out> = ((caller: Caller, input: Input) => Promise<Out>) & { definition: VerbDefinition }

/**
 * Declares a command: role check, parse, transaction, subject through the actor's sight, `can`, run, audit event, commit.
 * Any failure rolls back all of it.
 */
export function command<S extends z.ZodType, Sub extends Subject, Out>(definition: CommandDefinition<S, Sub, Out>): Command<unknown, Out> {
  const { permission, event } = definition
  const execute = async ({ actor, now, db }: Caller, raw: unknown): Promise<Out> => {
    const reach = reachOf(actor, permission)
    if (isNone(reach)) throw new Forbidden(permission)
    const input = parseInput(definition.input, raw)
    return db.transaction(async (tx) => {
      const context = { tx, actor, now, input, reach }
      const subject = await definition.subject(context)
      if (!can(actor, permission, subject)) throw new Forbidden(permission)
      const result = await definition.run({ ...context, subject })
      if (event) await appendEvent({ tx, actor, now }, event.verb, event.of({ ...context, subject, result }))
      return result
    })
  }
  return Object.assign(execute, { definition: { kind: 'command' as const, permission, event: event?.verb ?? null } })
}
