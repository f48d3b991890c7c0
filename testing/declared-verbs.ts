import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Caller } from '#services/caller'
import type { VerbDefinition } from '#services/verbs'

export type Verb = ((caller: Caller, input: unknown) => Promise<unknown>) & { definition: VerbDefinition }
const isVerb = (value: unknown): value is Verb => typeof value === 'function' && 'definition' in value

/** Every verb that a file of `services/` declares, by its name: a new one is among them by itself. */
export async function declaredVerbs(): Promise<Map<string, Verb>> {
  const services = resolve(import.meta.dirname, '../services')
  const files = globSync('*/*.ts', { cwd: services }).filter((file) => !file.endsWith('.test.ts'))
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ resolve(services, file)) as Promise<Record<string, unknown>>),
  )
  return new Map(modules.flatMap((exports) => Object.entries(exports).filter((entry): entry is [string, Verb] => isVerb(entry[1]))))
}
