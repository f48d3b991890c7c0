import type { LabWordsFile } from '#domain/catalogue/schema'
import type { Located, Problem, SourceBlock } from '#domain/catalogue/source'
import type { Language } from '#domain/catalogue/types'
import { LessonRenderer } from './lesson-renderer.ts'
import { parseMarkdown } from './markdown.ts'

/** The record of a lab's debrief: paragraphs and lists, as in a `:::record` of a lesson. */
export function parseLabRecord(
  { file, data, lineOf }: Located<LabWordsFile>,
  facts: readonly string[],
  language: Language,
  strokeOfFact: (id: string) => string,
  problems: Problem[],
): SourceBlock {
  const line = lineOf(['debrief', 'record'])
  const renderer = new LessonRenderer(file, language, strokeOfFact, problems)
  // The text begins on the line below `record: |`; as many empty lines before it give each problem its line in the file.
  const { children } = parseMarkdown('\n'.repeat(line) + data.debrief.record)
  for (const node of children)
    if (node.type !== 'paragraph' && node.type !== 'list') renderer.refuse(node, `“${node.type}” is not allowed in a record`)
  const { html, source, attributions } = renderer.blocks(children)
  return { line, source, attributions, block: { kind: 'record', html, facts: [...facts] } }
}
