import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Located, Problem } from '#domain/catalogue/source'

/** Reads YAML by a schema; what is wrong goes to `problems`, with its line. `firstLine` is where the text begins in its file. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, problems: Problem[], firstLine = 1): Located<T> | null {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }

  for (const error of document.errors)
    problems.push({ file, line: lineAt(error.pos[0]), reason: error.message.split('\n')[0] ?? error.code })
  if (document.errors.length > 0) return null
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { file, data: parsed.data, lineOf }
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
    problems.push({ file, line: lineOf(path), reason: [path.join('.'), issue.message].filter(Boolean).join(': ') })
  }
  return null
}
