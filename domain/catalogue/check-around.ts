/** What stands around the courses: tracks, the controls that objectives serve, the glossary. */
import { minutesOf } from './minutes.ts'
import { missing, repeated } from './repeated.ts'
import { checkPlainWords, findForbidden, type RuleBook } from './rule-book.ts'
import type { ContentSource, Located, Problem } from './source.ts'
import { languages } from './types.ts'

/** A track: its courses exist, and take about as long as it says. */
export function* checkTracks({ tracks, courses, units }: ContentSource, facts: RuleBook): Generator<Problem> {
  const unitsOfCourse = new Map(courses.map(({ data }) => [data.id, data.units]))
  for (const track of tracks) {
    const { file, data, lineOf } = track
    yield* checkPlainWords(track, facts)
    const problem = (path: (string | number)[], reason: string): Problem => ({ file, line: lineOf(path), reason })
    if (!file.endsWith(`/${data.id}.yaml`)) yield problem(['id'], `the file of “${data.id}” is ${data.id}.yaml`)
    for (const index of repeated(data.courses)) yield problem(['courses', index], `course “${data.courses[index]}” stands twice`)
    for (const [index, id] of data.courses.entries()) if (!unitsOfCourse.has(id)) yield problem(['courses', index], `no course “${id}”`)
    const held = new Set(data.courses.flatMap((id) => unitsOfCourse.get(id) ?? []))
    const minutes = minutesOf(units.filter(({ id }) => held.has(id)))
    const { about, within } = data.minutes ?? { about: minutes, within: 0 }
    if (Math.abs(minutes - about) > about * within + 1e-9)
      yield problem(['minutes'], `the courses take ${minutes} minutes, not about ${about} (within ${Math.round(within * 100)} %)`)
  }
}

/** Controls: an entry for each objective of all courses, and for nothing else. */
export function* checkMappings({ mappings, courses }: ContentSource): Generator<Problem> {
  if (!mappings) return
  const objectives = courses.flatMap(({ data }) => data.objectives.map(({ id }) => id))
  const { file, data, lineOf } = mappings
  for (const id of missing(objectives, Object.keys(data))) yield { file, line: 1, reason: `no controls for the objective “${id}”` }
  for (const [id, controls] of Object.entries(data)) {
    if (!objectives.includes(id)) yield { file, line: lineOf([id]), reason: `no course has the objective “${id}”` }
    for (const [framework, ids] of Object.entries(controls))
      for (const index of repeated(ids)) yield { file, line: lineOf([id, framework, index]), reason: `“${ids[index]}” stands twice` }
  }
}

/** Glossary: each term once in each language. */
export function* checkGlossary({ glossary }: ContentSource, facts: RuleBook): Generator<Problem> {
  if (!glossary) return
  const { file, data, lineOf } = glossary as Located<typeof glossary.data>
  const at = (path: (string | number)[]) => Math.max(lineOf(path), lineOf(['terms', ...path]))
  for (const key of ['id', 'en', 'ja'] as const)
    for (const index of repeated(data.map((term) => term[key].toLowerCase())))
      yield { file, line: at([index, key]), reason: `“${data[index]?.[key]}” stands twice` }
  for (const [index, { meaning }] of data.entries())
    for (const language of languages)
      for (const { reason } of meaning ? findForbidden(facts, language, [], meaning[language]) : [])
        yield { file, line: at([index, 'meaning', language]), reason }
}
