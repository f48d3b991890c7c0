import { missing, repeated } from './repeated.ts'
import type { ContentSource, Problem } from './source.ts'
import { languages } from './types.ts'

/** Facts, the rules about them, notes and people: ids unique, references resolve, nothing rests on memory alone. */
export function* checkLedger({ facts, rules, notes, people, units, courses }: ContentSource): Generator<Problem> {
  const ids = facts.data.map((fact) => fact.id)
  for (const index of repeated(ids))
    yield { file: facts.file, line: facts.lineOf([index, 'id']), reason: `fact “${ids[index]}” stands twice` }
  for (const [index, fact] of facts.data.entries())
    if (fact.basis === 'from-memory')
      yield { file: facts.file, line: facts.lineOf([index, 'basis']), reason: `“${fact.id}” rests on memory: look it up` }

  const { keptOut, ownReadings, together } = rules.data
  for (const id of missing(keptOut, ids)) yield { file: rules.file, line: rules.lineOf(['keptOut']), reason: `no fact “${id}”` }
  for (const id of missing(ownReadings, ids)) yield { file: rules.file, line: rules.lineOf(['ownReadings']), reason: `no fact “${id}”` }
  for (const [index, rule] of together.entries())
    for (const id of missing([...rule.uses, ...rule.also], ids))
      yield { file: rules.file, line: rules.lineOf(['together', index]), reason: `no fact “${id}”` }
  for (const language of languages)
    for (const id of missing(Object.keys(notes[language].data), ids))
      yield { file: notes[language].file, line: notes[language].lineOf([id]), reason: `a note on “${id}”, which is no fact` }

  const names = people.data.map((person) => person.id)
  for (const index of repeated(names))
    yield { file: people.file, line: people.lineOf([index, 'id']), reason: `person “${names[index]}” stands twice` }
  const used = units.map((unit) => unit.id)
  for (const unit of units)
    if (used.indexOf(unit.id) !== units.indexOf(unit))
      yield { file: `content/units/${unit.id}`, line: 1, reason: `unit “${unit.id}” stands twice` }
  for (const course of courses)
    if (courses.some((other) => other !== course && other.data.id === course.data.id))
      yield { file: course.file, line: course.lineOf(['id']), reason: `course “${course.data.id}” stands twice` }
}
