/** What the parsers of a lesson's directives share. */
import type { RootContent } from 'mdast'
import type { SourceText } from '#domain/catalogue/source'
import type { LessonRenderer, Rendered } from './lesson-renderer.ts'

export type Directive = Extract<RootContent, { type: 'containerDirective' }>

export function plain(node: Directive, rendered: Rendered, renderer: LessonRenderer): Rendered {
  if (rendered.attributions.length > 0) renderer.refuse(node, ':by stands only in a record')
  return rendered
}

export function join(sources: SourceText[]): SourceText {
  return sources.reduce((joined, { text, marks }) => {
    const start = joined.text === '' ? 0 : joined.text.length + 1
    return {
      text: joined.text === '' ? text : `${joined.text}\n${text}`,
      marks: [...joined.marks, ...marks.map((mark) => ({ ...mark, at: mark.at + start }))],
    }
  })
}

export function list(node: Directive, name: string): string[] {
  return (node.attributes?.[name] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}

export function required(node: Directive, name: string, renderer: LessonRenderer): string {
  const value = node.attributes?.[name]
  if (!value) renderer.refuse(node, `a ${node.name} needs “${name}”`)
  return value ?? ''
}
