import { toHtml } from 'hast-util-to-html'
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString as wordsOf } from 'mdast-util-to-string'
import type { Attribution, Problem, SourceText } from '#domain/catalogue/source'
import type { Language } from '#domain/catalogue/types'
import { lineOfNode } from './markdown.ts'

export interface Rendered {
  html: string
  source: SourceText
  attributions: Attribution[]
}

/** The only kinds of node that reach HTML. */
const allowed = new Set(['paragraph', 'list', 'listItem', 'strong', 'text', 'link'])

/** Turns the Markdown of one lesson into safe HTML and plain text; it knows the language and numbers the facts as it meets them. */
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

  /** Notes what is wrong with a node; null, so that a parser can give up with it. */
  refuse(node: Nodes, reason: string): null {
    this.#problems.push({ file: this.#file, line: lineOfNode(node), reason })
    return null
  }

  /** Paragraphs and lists as they are. */
  blocks(nodes: readonly Nodes[]): Rendered {
    return this.#render(nodes, nodes)
  }

  /** The words of paragraphs without their `<p>`, for labels and captions. */
  inline(paragraphs: readonly Paragraph[]): Rendered {
    const words = paragraphs.flatMap((paragraph) => paragraph.children)
    return this.#render(paragraphs, words)
  }

  #render(read: readonly Nodes[], shown: readonly Nodes[]): Rendered {
    const rendered: Rendered = { html: '', source: { text: '', marks: [] }, attributions: [] }
    for (const node of read) this.#walk(node, rendered)
    rendered.html = shown.map((node) => toHtml(toHast(node))).join('')
    return rendered
  }

  #walk(node: Nodes, rendered: Rendered): void {
    if (node.type === 'paragraph' && rendered.source.text !== '') rendered.source.text += '\n' // which ends a sentence
    if (node.type === 'textDirective' && node.name === 'by') this.#attribute(node, rendered)
    else if (!allowed.has(node.type)) this.refuse(node, refusalOf(node))
    else if (node.type === 'text') this.#addText(node, rendered)
    else if ('children' in node) for (const child of node.children) this.#walk(child, rendered)
    if (node.type === 'link' && !/^https:\/\/[^/]/u.test(node.url)) this.refuse(node, 'a link begins with https://')
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

  /** The words that attribute a fact, as a link to its note with the fact's number. */
  #attribute(node: Extract<PhrasingContent, { type: 'textDirective' }>, rendered: Rendered): void {
    const fact = node.attributes?.fact
    if (!fact) this.refuse(node, ':by needs a fact, as in :by[Police allege]{fact=some-id}')
    if (node.children.some((child) => child.type !== 'text')) this.refuse(node, ':by holds words only')
    if (!fact) return
    const at = rendered.source.text.length
    for (const child of node.children) this.#walk(child, rendered)
    const words = wordsOf(node)
    rendered.attributions.push({ fact, words, at })
    const number = this.#numbers.get(fact) ?? this.#numbers.size + 1
    this.#numbers.set(fact, number)
    // The number stays on the line of the last word, in Japanese of the last character.
    const last = words.match(this.#language === 'ja' ? /.$/u : /\S+$/u)?.[0] ?? words
    const sup = { type: 'element' as const, tagName: 'sup', properties: {}, children: [{ type: 'text' as const, value: String(number) }] }
    node.data = {
      hName: 'a',
      hProperties: { className: ['by', this.#strokeOfFact(fact)], href: `#fact-${fact}` },
      hChildren: [
        { type: 'text', value: words.slice(0, -last.length) },
        { type: 'element', tagName: 'span', properties: { className: ['nowrap'] }, children: [{ type: 'text', value: last }, sup] },
      ],
    }
  }
}

function refusalOf(node: Nodes): string {
  if (node.type === 'emphasis') return 'there are no italics: use **bold**'
  if (node.type === 'html') return 'HTML is not allowed'
  if (node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective')
    return `unknown or misplaced directive “${node.name}”`
  return `“${node.type}” is not allowed here`
}
