import type { Nodes, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective)

/** Markdown with front matter and directives, as a tree. */
export function parseMarkdown(text: string): Root {
  const root = processor.parse(text)
  restoreColons(root, text)
  return root
}

/** The line a node begins on, counted from 1. */
export function lineOfNode(node: Nodes): number {
  return node.position?.start.line ?? 1
}

/** A bare `:40` in “16:40” reads as a directive without words; it is text, and belongs to the text around it. */
function restoreColons(node: Nodes, source: string): void {
  if (!('children' in node)) return
  const children: Nodes[] = []
  for (const child of node.children) {
    restoreColons(child, source)
    const isBare = child.type === 'textDirective' && child.children.length === 0 && Object.keys(child.attributes ?? {}).length === 0
    const now: Nodes = isBare ? { type: 'text', value: sliceOf(child, source), position: child.position } : child
    const before = children.at(-1)
    if (now.type === 'text' && before?.type === 'text') before.value += now.value
    else children.push(now)
  }
  node.children = children as typeof node.children
}

function sliceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset)
}
