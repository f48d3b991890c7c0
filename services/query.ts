import type { z } from 'zod'
import type { Database } from '#db/client'
import { type Actor, isNone, type Permission, type Reach, reachOf } from '#domain/policy'
import type { Caller } from './caller.ts'
import { Forbidden } from './errors.ts'
import { parseInput, type VerbDefinition } from './verbs.ts'

interface QueryDefinition<S extends z.ZodType, Out> {
  permission: Permission
  input: S
  /** Reads through `reach` (see `services/reach.ts`); throws `NotFound` for what is not there or out of sight. */
  run: (context: { db: Database; actor: Actor; now: Date; input: z.output<S>; reach: Reach }) => Promise<Out>
}

export type Query<Out> = ((caller: Caller, input: unknown) => Promise<Out>) & { definition: VerbDefinition }

/** Declares a read: role check, parse, run within the actor's reach. */
export function query<S extends z.ZodType, Out>({ permission, input: schema, run }: QueryDefinition<S, Out>): Query<Out> {
  const execute = async ({ actor, now, db }: Caller, raw: unknown): Promise<Out> => {
    const reach = reachOf(actor, permission)
    if (isNone(reach)) throw new Forbidden(permission)
    return run({ db, actor, now, input: parseInput(schema, raw), reach })
  }
  return Object.assign(execute, { definition: { kind: 'query' as const, permission, event: null, input: schema } })
}
