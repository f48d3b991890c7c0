import { z } from 'zod'

/** A place in an input that takes text: `name`, `audience.groupIds.0`, `value.pairs.*`. */
export interface TextField {
  path: string
  /** The most characters it takes; null: nothing limits it. */
  most: number | null
}

interface Node {
  type?: string | string[]
  format?: string
  pattern?: string
  maxLength?: number
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  propertyNames?: Node
  anyOf?: Node[]
  oneOf?: Node[]
  allOf?: Node[]
}

/** Every place of a schema that takes text, found by walking it; what is only known after a transformation is read from its outcome. */
export function textFields(schema: z.ZodType): TextField[] {
  const [given, kept] = (['input', 'output'] as const).map((io) => {
    const found = new Map<string, number | null>()
    walk(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Node, '', found)
    return found
  })
  return [...new Map([...(kept ?? []), ...(given ?? [])])].map(([path, most]) => ({ path, most }))
}

function walk(node: Node, path: string, found: Map<string, number | null>): void {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const each of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]) walk(each, path, found)
  for (const [name, each] of Object.entries(node.properties ?? {})) walk(each, below(name), found)
  if (node.items) walk(node.items, below('0'), found)
  if (typeof node.additionalProperties === 'object') walk(node.additionalProperties, below('*'), found)
  if (![node.type].flat().includes('string')) return
  const most = limitOf(node)
  const before = found.get(path)
  found.set(path, before === null || most === null ? null : Math.max(before ?? 0, most))
}

function limitOf({ format, pattern, maxLength, enum: known, const: only }: Node): number | null {
  const words = [...(known ?? []), ...(only === undefined ? [] : [only])]
  if (words.length > 0) return Math.max(...words.map((word) => String(word).length))
  if (maxLength !== undefined) return maxLength
  if (format === 'uuid') return 36
  // A pattern limits the length when it is anchored and repeats nothing without end.
  return pattern && /^\^.*\$$/.test(pattern) && !/[*+]|,\}/.test(pattern) ? 1000 : null
}
