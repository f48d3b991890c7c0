import { newestLab } from '../labs/registry.ts'
import { type SpokenOf, spokenOf } from '../labs/speaks-of.ts'
import type { Lab, TaskSpec } from '../labs/types.ts'
import { checkRecord } from './check-record.ts'
import { labMinutes, leeway } from './lab-minutes.ts'
import { missing, repeated } from './repeated.ts'
import { checkPlainWords, findForbidden, findWatchWord, type RuleBook } from './rule-book.ts'
import type { LabWordsFile } from './schema.ts'
import type { LabSource, Located, Problem } from './source.ts'
import { type Language, languages } from './types.ts'

type Path = (string | number)[]

/** A lab: it is made by code, everything it speaks of has its words in both languages, and its record obeys the rules of records. */
export function* checkLab(source: LabSource, facts: RuleBook): Generator<Problem> {
  const { file, data, lineOf } = source.lab
  if (data.id !== source.id) yield { file, line: lineOf(['id']), reason: `the id is the folder's: “${source.id}”` }
  for (const { index, reason } of facts.refuse(data.facts)) yield { file, line: lineOf(['facts', index]), reason }
  for (const key of ['facts', 'hints', 'objectives'] as const)
    for (const index of repeated(data[key])) yield { file, line: lineOf([key, index]), reason: `“${data[key][index]}” stands twice` }
  yield* checkPlainWords(source.lab, facts)
  const lab = newestLab(source.id)
  if (!lab) return yield { file, line: 1, reason: `no lab “${source.id}” in domain/labs/registry.ts` }
  const minutes = labMinutes(lab, source)
  if (Math.abs(data.minutes - minutes) > minutes * leeway)
    yield { file, line: lineOf(['minutes']), reason: `its texts and steps take about ${minutes.toFixed(1)} minutes, not ${data.minutes}` }
  for (const language of languages) {
    const words = source.words[language]
    const told = [...findUnworded(lab, data.hints, words.data), ...findStrangePlaces(spokenOf(lab), words.data)]
    for (const { path, reason } of told) yield { file: words.file, line: words.lineOf(path), reason }
    yield* checkWording(words, language, facts)
    yield* checkRecord({ file: words.file, language }, source.records[language], facts)
  }
}

type Found = { path: Path; reason: string }

/** What has no words, and words of what is not there. Of codes, steps and decoys some may be rare: words too many are left to them. */
function findUnworded(lab: Lab, hints: readonly string[], words: LabWordsFile): Found[] {
  const { tables, codes, steps, decoys } = spokenOf(lab)
  return [
    ...compared(['tables'], [...tables.keys()], words.tables),
    ...[...tables].flatMap(([id, columns]) => compared(['tables', id, 'columns'], columns, words.tables[id]?.columns)),
    ...lacking(['values'], codes, words.values),
    ...compared(
      ['tasks'],
      lab.tasks.map(({ id }) => id),
      words.tasks,
    ),
    ...lab.tasks.flatMap((task) => findInTask(task, words.tasks[task.id])),
    ...compared(['hints'], hints, words.hints),
    ...lacking(['debrief', 'steps'], [...steps.keys()], words.debrief.steps),
    ...lacking(['debrief', 'decoys'], [...decoys.keys()], words.debrief.decoys),
    ...lacking(['debrief', 'decoyNames'], [...decoys.keys()], words.debrief.decoyNames),
  ]
}

function findInTask(task: TaskSpec, words: LabWordsFile['tasks'][string] | undefined): Found[] {
  if (!words) return []
  const path = ['tasks', task.id]
  return [
    ...compared([...path, 'choices'], task.kind === 'choice' ? task.choices : [], words.choices),
    ...compared([...path, 'events'], task.kind === 'order' ? task.events : [], words.events),
    ...compared([...path, 'settings'], task.kind === 'rule' ? Object.keys(task.settings) : [], words.settings),
    ...(task.kind === 'number' && !words.unit ? [{ path, reason: `the number of “${task.id}” has no unit` }] : []),
  ]
}

const lacking = (path: Path, ids: readonly string[], words: object = {}): Found[] =>
  missing(ids, Object.keys(words)).map((id) => ({ path, reason: `${path.join('.')}: no words for “${id}”` }))

const compared = (path: Path, ids: readonly string[], words: object = {}): Found[] => [
  ...lacking(path, ids, words),
  ...missing(Object.keys(words), ids).map((id) => ({ path: [...path, id], reason: `${path.join('.')}: the lab has no “${id}”` })),
]

/** `{places}` in the words of a step or decoy that it has no value for. */
function findStrangePlaces({ steps, decoys }: SpokenOf, { debrief }: LabWordsFile): Found[] {
  const of = (kind: 'steps' | 'decoys' | 'decoyNames', id: string, text: string, values: readonly string[] | undefined) =>
    missing(placesIn(text), values ?? placesIn(text)).map((name) => ({
      path: ['debrief', kind, id],
      reason: `“${id}” has no value “${name}”`,
    }))
  return [
    ...Object.entries(debrief.steps).flatMap(([id, { title, text }]) => of('steps', id, `${title} ${text}`, steps.get(id))),
    ...Object.entries(debrief.decoys).flatMap(([id, text]) => of('decoys', id, text, decoys.get(id))),
    ...Object.entries(debrief.decoyNames).flatMap(([id, text]) => of('decoyNames', id, text, [])),
  ]
}

const placesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/gu)].map((match) => match[1] ?? ''))]

/** Outside its record nothing in a lab tells of the real cases. A year alone may be one of the invented world. */
function* checkWording({ file, data, lineOf }: Located<LabWordsFile>, language: Language, facts: RuleBook): Generator<Problem> {
  for (const { path, text } of textsIn(data, [])) {
    if (path.join('.') === 'debrief.record') continue
    const watched = findWatchWord(facts, language, text.replace(/\b20\d\d\b/gu, ''))
    for (const { reason } of [...(watched ? [watched] : []), ...findForbidden(facts, language, [], text)])
      yield { file, line: lineOf(path), reason }
  }
}

function textsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, each]) => textsIn(each, [...path, key]))
}
