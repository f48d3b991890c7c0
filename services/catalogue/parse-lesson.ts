/** A lesson's Markdown to typed blocks. Everything that does not fit the format is a problem with its line. */

import type { Blockquote, ListItem, Paragraph, RootContent } from 'mdast'
import { LessonFrontMatter } from '#domain/catalogue/schema'
import type { Problem, SourceBlock, SourceLesson, SourceText } from '#domain/catalogue/source'
import type { DecisionChoice, Language } from '#domain/catalogue/types'
import { type Directive, join, list, plain, required } from './directive.ts'
import { LessonRenderer } from './lesson-renderer.ts'
import { lineOfNode, parseMarkdown } from './markdown.ts'
import { parseSort, parseSpot, parseWalk } from './parse-activity.ts'
import { parseYaml } from './parse-yaml.ts'

export interface LessonFile {
  file: string
  text: string
  language: Language
  /** Name, role by id of an invented person. */
  people: Map<string, { name: string; role: string }>
  strokeOfFact: (id: string) => string
}

export function parseLesson(lesson: LessonFile, problems: Problem[]): SourceLesson | null {
  const [frontMatter, heading, standfirst, ...rest] = parseMarkdown(lesson.text).children
  const refuse = (line: number, reason: string): null => {
    problems.push({ file: lesson.file, line, reason })
    return null
  }
  if (frontMatter?.type !== 'yaml') return refuse(1, 'a lesson begins with its front matter between two lines of ---')
  const located = parseYaml(lesson.file, frontMatter.value, LessonFrontMatter, problems, 2)
  if (heading?.type !== 'heading' || heading.depth !== 1) return refuse(2, 'a title (# …) follows the front matter')
  if (standfirst?.type !== 'paragraph') return refuse(lineOfNode(heading), 'one paragraph, the standfirst, follows the title')

  const renderer = new LessonRenderer(lesson.file, lesson.language, lesson.strokeOfFact, problems)
  const title = headingText(renderer, heading)
  const standfirstText = renderer.inline([standfirst]).source
  const parts = parseParts(rest, renderer, lesson)
  if (parts.length === 0) refuse(lineOfNode(heading), 'a lesson has at least one part (## …)')
  return located && { ...located, language: lesson.language, title, standfirst: standfirstText, parts }
}

function headingText(renderer: LessonRenderer, heading: Extract<RootContent, { type: 'heading' }>): SourceText {
  if (heading.children.some((child) => child.type !== 'text')) renderer.refuse(heading, 'a heading holds words only')
  return renderer.inline([{ type: 'paragraph', children: heading.children, position: heading.position }]).source
}

function parseParts(nodes: RootContent[], renderer: LessonRenderer, lesson: LessonFile): SourceLesson['parts'] {
  const parts: SourceLesson['parts'] = []
  for (const node of nodes) {
    if (node.type === 'heading') {
      if (node.depth !== 2) renderer.refuse(node, 'only second-level headings (##) divide a lesson')
      parts.push({ line: lineOfNode(node), title: headingText(renderer, node), blocks: [] })
    } else {
      const part = parts.at(-1)
      if (!part) renderer.refuse(node, 'every part begins with a second-level heading (## …)')
      const block = parseBlock(node, renderer, lesson)
      if (part && block) part.blocks.push(block)
    }
  }
  return parts
}

function parseBlock(node: RootContent, renderer: LessonRenderer, lesson: LessonFile): SourceBlock | null {
  if (node.type === 'paragraph' || node.type === 'list') {
    const { html, source, attributions } = renderer.blocks([node])
    if (attributions.length > 0) renderer.refuse(node, ':by stands only in a record')
    return { line: lineOfNode(node), source, attributions: [], block: { kind: 'prose', html } }
  }
  if (node.type !== 'containerDirective') return renderer.refuse(node, `“${node.type}” is not allowed here`)
  const parse = directives[node.name]
  if (!parse) return renderer.refuse(node, `unknown directive “${node.name}”`)
  refuseAttributes(node, renderer)
  return parse(node, renderer, lesson)
}

const attributesOf: Record<string, string[]> = {
  record: ['facts'],
  moment: ['who'],
  decision: ['id'],
  figure: ['id', 'facts'],
  sort: ['id'],
  spot: ['id'],
  walk: ['id'],
}

function refuseAttributes(node: Directive, renderer: LessonRenderer): void {
  for (const name of Object.keys(node.attributes ?? {}))
    if (!attributesOf[node.name]?.includes(name)) renderer.refuse(node, `a ${node.name} has no “${name}”`)
}

const directives: Record<string, (node: Directive, renderer: LessonRenderer, lesson: LessonFile) => SourceBlock | null> = {
  record(node, renderer) {
    const { html, source, attributions } = renderer.blocks(node.children)
    return { line: lineOfNode(node), source, attributions, block: { kind: 'record', html, facts: list(node, 'facts') } }
  },
  moment(node, renderer, lesson) {
    const who = required(node, 'who', renderer)
    const person = lesson.people.get(who)
    if (who && !person) renderer.refuse(node, `no person “${who}” in people.yaml`)
    const { html, source } = plain(node, renderer.blocks(node.children), renderer)
    return {
      line: lineOfNode(node),
      source,
      attributions: [],
      block: { kind: 'moment', who, name: person?.name ?? '', role: person?.role ?? '', html },
    }
  },
  figure(node, renderer) {
    const id = required(node, 'id', renderer)
    const { html, source } = plain(node, renderer.inline(node.children.filter((child) => child.type === 'paragraph')), renderer)
    if (node.children.length !== 1 || node.children[0]?.type !== 'paragraph')
      renderer.refuse(node, 'a figure holds its caption, one paragraph')
    return {
      line: lineOfNode(node),
      source,
      attributions: [],
      block: { kind: 'figure', id, captionHtml: html, facts: list(node, 'facts') },
    }
  },
  decision(node, renderer) {
    const id = required(node, 'id', renderer)
    const [prompt, choices] = node.children
    if (prompt?.type !== 'paragraph' || choices?.type !== 'list' || node.children.length !== 2)
      return renderer.refuse(node, 'a decision is one paragraph and one list of choices')
    const asked = plain(node, renderer.inline([prompt]), renderer)
    const parsed = choices.children.map((item, index) => parseChoice(item, String(index + 1), renderer))
    return {
      line: lineOfNode(node),
      source: join([asked.source, ...parsed.map((choice) => choice.source)]),
      attributions: [],
      block: { kind: 'decision', id, promptHtml: asked.html, choices: parsed.map((choice) => choice.choice) },
    }
  },
  sort: parseSort,
  spot: parseSpot,
  walk: parseWalk,
}

function parseChoice(item: ListItem, id: string, renderer: LessonRenderer): { choice: DecisionChoice; source: SourceText } {
  const [label, ...rest] = item.children
  const quotes = rest.filter((child): child is Blockquote => child.type === 'blockquote')
  if (label?.type !== 'paragraph' || quotes.length === 0 || quotes.length !== rest.length)
    renderer.refuse(item, 'a choice is one paragraph, then its consequences as a quotation (> …)')
  const shown = renderer.inline(label?.type === 'paragraph' ? [label] : [])
  const told = quotes.flatMap((quote) => quote.children).map((child) => parseConsequence(child, renderer))
  if (told.slice(0, -1).some(({ time }) => time === null))
    renderer.refuse(item, 'each consequence but the last begins with a bold clock time')
  if (told.length > 0 && told.at(-1)?.time) renderer.refuse(item, 'the last paragraph of a choice is the reason, without a time')
  const consequences = told.map(({ time, html }) => ({ time, html }))
  return { choice: { id, html: shown.html, consequences }, source: join([shown.source, ...told.map(({ source }) => source)]) }
}

function parseConsequence(
  node: Blockquote['children'][number],
  renderer: LessonRenderer,
): { time: string | null; html: string; source: SourceText } {
  if (node.type !== 'paragraph') {
    renderer.refuse(node, 'a consequence is a paragraph')
    return { time: null, html: '', source: { text: '', marks: [] } }
  }
  const time = clockTime(node)
  const paragraph: Paragraph = time === null ? node : { ...node, children: withoutTime(node) }
  const { html, source } = renderer.inline([paragraph])
  return { time, html, source }
}

/** The bold time at the start of a consequence: `9:10`. */
function clockTime({ children: [first] }: Paragraph): string | null {
  const word = first?.type === 'strong' && first.children[0]?.type === 'text' ? first.children[0].value : ''
  return /^\d{1,2}:\d{2}$/u.test(word) ? word : null
}

function withoutTime({ children: [, next, ...rest] }: Paragraph): Paragraph['children'] {
  if (!next) return []
  return next.type === 'text' ? [{ ...next, value: next.value.trimStart() }, ...rest] : [next, ...rest]
}
