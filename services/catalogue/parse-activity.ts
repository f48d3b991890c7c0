/** Things to do in a lesson besides a decision: sorting, spotting in a record, walking through time. */
import type { Blockquote, List, ListItem, Paragraph } from 'mdast'
import { inOrderOfDisplay, mixed } from '#domain/catalogue/mixed'
import type { SourceBlock, SourceText } from '#domain/catalogue/source'
import { type Directive, join, plain, required } from './directive.ts'
import type { LessonRenderer } from './lesson-renderer.ts'
import { lineOfNode } from './markdown.ts'

interface Thing {
  html: string
  words: string
  target: string
  whyHtml: string
  item: ListItem
}

export function parseSort(node: Directive, renderer: LessonRenderer): SourceBlock | null {
  const id = required(node, 'id', renderer)
  const [prompt, list, ...rest] = node.children
  if (prompt?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0)
    return renderer.refuse(node, 'a sort is one paragraph and one list of places, each with its things')
  const asked = plain(node, renderer.inline([prompt]), renderer)
  const { targets, things, source } = parseTargets(list, renderer)
  return {
    line: lineOfNode(node),
    source: join([asked.source, source]),
    attributions: [],
    block: {
      kind: 'sort',
      id,
      promptHtml: asked.html,
      targets,
      things: mixed(id, things).map(({ id: thing, value: { html, target, whyHtml } }) => ({ id: thing, html, target, whyHtml })),
    },
  }
}

export function parseSpot(node: Directive, renderer: LessonRenderer): SourceBlock | null {
  const id = required(node, 'id', renderer)
  const [prompt, names, list, ...rest] = node.children
  if (prompt?.type !== 'paragraph' || names?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0)
    return renderer.refuse(node, 'a spot is one paragraph, one with the names of its columns (A | B), and one list of two places')
  const asked = plain(node, renderer.inline([prompt]), renderer)
  const named = plain(node, renderer.inline([names]), renderer)
  const columns = cellsOf(named.source.text)
  if (columns.length < 2) renderer.refuse(names, 'the columns are divided by “ | ”')
  const { targets, things, source } = parseTargets(list, renderer)
  if (targets.length !== 2) renderer.refuse(list, 'a spot has two places: what is to be marked, and the rest')
  for (const { item, words, html } of things) {
    const count = cellsOf(words).length
    if (count !== columns.length) renderer.refuse(item, `this row has ${count} cells, the columns are ${columns.length}`)
    if (html.includes('<')) renderer.refuse(item, 'the cells of a row hold words only')
  }
  const rows = mixed(id, things).map(({ id: thing, value: { words, target, whyHtml } }) => ({
    id: thing,
    cells: cellsOf(words),
    target,
    whyHtml,
  }))
  return {
    line: lineOfNode(node),
    source: join([asked.source, named.source, source]),
    attributions: [],
    block: { kind: 'spot', id, promptHtml: asked.html, columns, targets, things: inOrderOfDisplay(rows) },
  }
}

export function parseWalk(node: Directive, renderer: LessonRenderer): SourceBlock | null {
  const id = required(node, 'id', renderer)
  const [prompt, list, ...rest] = node.children
  if (prompt?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0)
    return renderer.refuse(node, 'a walk is one paragraph and one list of steps')
  const asked = plain(node, renderer.inline([prompt]), renderer)
  const parsed = list.children.map((item, index) => parseStep(item, String(index + 1), renderer))
  return {
    line: lineOfNode(node),
    source: join([asked.source, ...parsed.map(({ source }) => source)]),
    attributions: [],
    block: { kind: 'walk', id, promptHtml: asked.html, steps: parsed.map(({ step }) => step) },
  }
}

/** The outer list: each item is a bold word, then the list of the things that belong there. */
function parseTargets(list: List, renderer: LessonRenderer) {
  const sources: SourceText[] = []
  const things: Thing[] = []
  const targets = list.children.map((item, index) => {
    const id = String(index + 1)
    const [label, inner, ...rest] = item.children
    const isBold = label?.type === 'paragraph' && label.children.length === 1 && label.children[0]?.type === 'strong'
    if (!isBold || inner?.type !== 'list' || rest.length > 0)
      renderer.refuse(item, 'a place is its bold word and nothing else, then the list of its things')
    const name = renderer.inline(label?.type === 'paragraph' ? [label] : [])
    sources.push(name.source)
    for (const child of inner?.type === 'list' ? inner.children : []) {
      const { shown, why } = parseReasoned(child, 'a thing', renderer)
      sources.push(shown.source, why.source)
      things.push({ html: shown.html, words: shown.source.text, target: id, whyHtml: why.html, item: child })
    }
    return { id, label: name.source.text }
  })
  return { targets, things, source: join(sources) }
}

/** One paragraph, and a quotation of one paragraph that gives the reason. */
function parseReasoned(item: ListItem, what: string, renderer: LessonRenderer, shorten = (paragraph: Paragraph) => paragraph) {
  const [said, quote, ...rest] = item.children
  const why = quote?.type === 'blockquote' ? reasonOf(quote) : null
  if (said?.type !== 'paragraph' || !why || rest.length > 0)
    renderer.refuse(item, `${what} is one paragraph, then its reason as a quotation of one paragraph (> …)`)
  const shown = renderer.inline(said?.type === 'paragraph' ? [shorten(said)] : [])
  const told = renderer.inline(why ? [why] : [])
  if (shown.attributions.length + told.attributions.length > 0) renderer.refuse(item, ':by stands only in a record')
  return { shown, why: told }
}

function reasonOf({ children: [reason, ...rest] }: Blockquote): Paragraph | null {
  return reason?.type === 'paragraph' && rest.length === 0 ? reason : null
}

/** A step begins with its time: a bold word, whose full stop is not part of it. */
function parseStep(item: ListItem, id: string, renderer: LessonRenderer) {
  let time = { text: '', marks: [{ at: 0, line: lineOfNode(item) }] }
  const { shown, why } = parseReasoned(item, 'a step', renderer, (paragraph) => {
    const [first, next, ...rest] = paragraph.children
    if (first?.type !== 'strong') return paragraph
    time = renderer.inline([{ type: 'paragraph', children: [first], position: paragraph.position }]).source
    const after = next?.type === 'text' ? { ...next, value: next.value.trimStart() } : next
    return { ...paragraph, children: after ? [after, ...rest] : [] }
  })
  if (time.text === '') renderer.refuse(item, 'a step begins with a bold time: **Day 1.**')
  return {
    step: { id, time: time.text.replace(/[.:。：]$/u, ''), html: shown.html, whyHtml: why.html },
    source: join([time, shown.source, why.source]),
  }
}

function cellsOf(row: string): string[] {
  return row.split(/\s*\|\s*/u).map((cell) => cell.trim())
}
