/** Markdown to safe HTML: only the kinds of node a lesson needs are let through; anything else is a problem. */

import { toHtml } from 'hast-util-to-html'
import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Attribution, Problem, SourceText } from '#domain/catalogue/source'
import type { FactStatus, Language } from '#domain/catalogue/types'

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective)
const allowed = new Set(['paragraph', 'list', 'listItem', 'strong', 'text', 'link', 'blockquote'])

export function parseMarkdown(text: string): Root {
  const root = processor.parse(text)
  restoreColons(root, text)
  return root
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

export function lineOfNode(node: Nodes): number {
  return node.position?.start.line ?? 1
}

const strokes: Record<FactStatus, string> = {
  'confirmed-by-organisation': 'confirmed',
  'official-statistic': 'confirmed',
  'law-or-standard': 'confirmed',
  'official-allegation': 'alleged',
  'media-report': 'reported',
  'researcher-finding': 'research',
  'disputed-or-corrected': 'differs',
}

/** What the stroke under the attributing words is called; our own readings have none. */
export function strokeOf(fact: { status: FactStatus; isOwnReading: boolean } | undefined): string {
  return fact && !fact.isOwnReading ? strokes[fact.status] : 'own'
}

export interface Rendered {
  html: string
  source: SourceText
  attributions: Attribution[]
}

/** Turns the Markdown of one lesson into HTML and plain text; it knows the language and numbers the facts as it meets them. */
export class LessonRenderer {
  readonly #file: string
  readonly #language: Language
  readonly #problems: Problem[]
  readonly #strokeOfFact: (id: string) => string
  readonly #numbers = new Map<string, number>()

  constructor(file: string, language: Language, strokeOfFact: (id: string) => string, problems: Problem[]) {
    this.#file = file
    this.#language = language
    this.#strokeOfFact = strokeOfFact
    this.#problems = problems
  }

  problem(node: Nodes, reason: string): void {
    this.#problems.push({ file: this.#file, line: lineOfNode(node), reason })
  }

  /** Paragraphs and lists as they are. */
  blocks(nodes: readonly Nodes[]): Rendered {
    return this.#render(nodes, nodes)
  }

  /** The words of paragraphs without their `<p>`, for labels and captions. */
  inline(paragraphs: readonly Paragraph[]): Rendered {
    return this.#render(
      paragraphs,
      paragraphs.flatMap((paragraph) => paragraph.children),
    )
  }

  #render(read: readonly Nodes[], shown: readonly Nodes[]): Rendered {
    const rendered: Rendered = { html: '', source: { text: '', marks: [] }, attributions: [] }
    for (const node of read) {
      if (rendered.source.text !== '') rendered.source.text += ' '
      this.#walk(node, rendered)
    }
    rendered.html = shown.map((node) => toHtml(toHast(node))).join('')
    return rendered
  }

  #walk(node: Nodes, rendered: Rendered): void {
    if (node.type === 'textDirective' && node.name === 'by') return this.#attribute(node, rendered)
    if (!allowed.has(node.type)) return this.problem(node, refusal(node))
    if (node.type === 'text') return this.#addText(node, rendered)
    if (node.type === 'link' && !/^https:\/\/[^/]/u.test(node.url)) this.problem(node, 'a link begins with https://')
    if ('children' in node) for (const child of node.children) this.#walk(child, rendered)
  }

  /** Adds a text line by line. A line break in the file is a space in English and nothing in Japanese. */
  #addText(node: { value: string; position?: Nodes['position'] }, { source }: Rendered): void {
    const firstLine = node.position?.start.line ?? 1
    const lines = node.value.split('\n')
    const joiner = this.#language === 'ja' ? '' : ' '
    lines.forEach((line, index) => {
      source.marks.push({ at: source.text.length, line: firstLine + index })
      source.text += index < lines.length - 1 ? line + joiner : line
    })
    node.value = lines.join(joiner)
  }

  #attribute(node: Extract<PhrasingContent, { type: 'textDirective' }>, rendered: Rendered): void {
    const fact = node.attributes?.fact
    if (!fact) return this.problem(node, ':by needs a fact, as in :by[Police allege]{fact=some-id}')
    if (node.children.some((child) => child.type !== 'text')) return this.problem(node, ':by holds words only')
    const at = rendered.source.text.length
    for (const child of node.children) this.#walk(child, rendered)
    rendered.attributions.push({ fact, words: toString(node), at })
    const number = this.#numbers.get(fact) ?? this.#numbers.size + 1
    this.#numbers.set(fact, number)
    node.data = {
      hName: 'a',
      hProperties: { className: ['by', this.#strokeOfFact(fact)], href: `#fact-${fact}` },
      hChildren: [
        { type: 'text', value: toString(node) },
        { type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: String(number) }] },
      ],
    }
  }
}

function refusal(node: Nodes): string {
  if (node.type === 'emphasis') return 'there are no italics: use **bold**'
  if (node.type === 'html') return 'HTML is not allowed'
  if (node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective')
    return `unknown or misplaced directive “${node.name}”`
  return `“${node.type}” is not allowed here`
}
