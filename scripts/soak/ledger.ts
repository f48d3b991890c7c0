/** What a person was told was done: every kind of writing there is, with a key that names the one thing in the database. */
export const kinds = [
  'session',
  'enrolment',
  'place',
  'decision',
  'completion',
  'attempt',
  'draft',
  'response',
  'mark',
  'task',
  'hint',
  'submission',
  'person',
  'invitation',
  'assignment',
] as const
export type Kind = (typeof kinds)[number]

/** Kept on the side of those who were told. */
export class Ledger {
  readonly #acknowledged = new Map<Kind, Map<string, string>>(kinds.map((kind) => [kind, new Map()]))
  /** Answers that fit nothing a person could have done: each is a fault. */
  readonly surprises: string[] = []

  /** @param value what was saved, where the key alone does not say it; a later one replaces it */
  acknowledge(kind: Kind, key: string, value = ''): void {
    this.#acknowledged.get(kind)?.set(key, value)
  }

  of(kind: Kind): ReadonlyMap<string, string> {
    return this.#acknowledged.get(kind) ?? new Map()
  }

  /** The kinds of writing that nobody was told was done. */
  get missing(): Kind[] {
    return kinds.filter((kind) => this.of(kind).size === 0)
  }

  get size(): number {
    return kinds.reduce((sum, kind) => sum + this.of(kind).size, 0)
  }
}
