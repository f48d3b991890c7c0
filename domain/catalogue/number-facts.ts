import type { LessonPart } from './types.ts'

/** The number of each fact in a lesson: 1, 2, … in the order in which its records first attribute them. */
export function numberFacts(parts: LessonPart[]): Map<string, number> {
  const facts = parts.flatMap((part) => part.blocks).flatMap((block) => (block.kind === 'record' ? block.facts : []))
  return new Map([...new Set(facts)].map((fact, index) => [fact, index + 1]))
}
