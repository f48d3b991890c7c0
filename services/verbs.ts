import type { z } from 'zod'
import type { Permission } from '#domain/policy'
import { InvalidInput } from './errors.ts'

/** What a verb says of itself; tests walk these. */
export interface VerbDefinition {
  kind: 'command' | 'query'
  permission: Permission
  /** The name in the audit log; null for commands that leave no event (drafts, places, responses). */
  event: string | null
  /** The shape of what it is asked with. */
  input: z.ZodType
}

/** Checks the shape of the input. @throws InvalidInput with the first reason for each field; its words are in `messages`, namespace `invalid`. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form'
    fields[field] ??= reasonOf(issue)
  }
  throw new InvalidInput(fields)
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_value') return 'choose'
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_small'
  if (issue.code === 'too_big') return 'too_big'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return 'invalid'
}
