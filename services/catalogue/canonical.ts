import { createHash } from 'node:crypto'

/** JSON with its keys in order and nothing undefined: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (isPlainObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same value with the SHA-256 (hexadecimal) of its canonical JSON. */
export function withHash<T extends object>(value: T): T & { hash: string } {
  return { ...value, hash: createHash('sha256').update(canonicalJson(value)).digest('hex') }
}
