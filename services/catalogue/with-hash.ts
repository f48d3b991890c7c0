import { createHash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'

/** The same value with the SHA-256 (hexadecimal) of its canonical JSON. */
export function withHash<T extends object>(value: T): T & { hash: string } {
  return { ...value, hash: createHash('sha256').update(canonicalJson(value)).digest('hex') }
}
