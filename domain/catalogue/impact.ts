/** What rests on a fact: to be looked at again when the fact changes. */
import type { ContentSource, Problem, UnitSource } from './source.ts'
import { languages } from './types.ts'

/** A place that rests on the fact, and what it is. */
export type Place = Omit<Problem, 'reason'> & { what: string }

/** Every lesson, figure, question, lab and dossier sentence that rests on a fact, and its notes; null when there is no such fact. */
export function impactOf(content: ContentSource, fact: string): Place[] | null {
  const { facts, notes } = content
  const index = facts.data.findIndex(({ id }) => id === fact)
  if (index < 0) return null
  return [
    { file: facts.file, line: facts.lineOf([index, 'id']), what: 'the fact itself' },
    ...languages.flatMap((language): Place[] => {
      const { file, data, lineOf } = notes[language]
      return data[fact] ? [{ file, line: lineOf([fact]), what: 'its margin note' }] : []
    }),
    ...content.units.flatMap((unit) => placesIn(unit, fact)),
    ...content.dossiers.flatMap(({ dossier, sentences }) => [
      ...dossier.data.sections.flatMap((section, at) =>
        section.facts.includes(fact)
          ? [
              {
                file: dossier.file,
                line: dossier.lineOf(['sections', at, 'facts', section.facts.indexOf(fact)]),
                what: `dossier, ${section.id}`,
              },
            ]
          : [],
      ),
      ...(dossier.data.timeline.facts.includes(fact)
        ? [{ file: dossier.file, line: dossier.lineOf(['timeline']), what: 'timeline of the dossier' }]
        : []),
      ...languages.flatMap((language): Place[] => {
        const { file, data, lineOf } = sentences[language]
        return data[fact] ? [{ file, line: lineOf([fact]), what: 'sentence of the dossier' }] : []
      }),
    ]),
  ]
}

function placesIn(unit: UnitSource, fact: string): Place[] {
  if (unit.kind === 'quiz') {
    const asked = unit.quiz.data.questions.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id)
    return languages.flatMap((language) => {
      const { file, lineOf } = unit.words[language]
      return asked.map((id) => ({ file, line: lineOf([id, 'prompt']), what: `question “${id}”` }))
    })
  }
  if (unit.kind === 'lab') {
    const { file, data, lineOf } = unit.lab
    const index = data.facts.indexOf(fact)
    return index < 0 ? [] : [{ file, line: lineOf(['facts', index]), what: `debrief of the lab “${unit.id}”` }]
  }
  const { figures, languages: lessons } = unit
  return [
    ...languages.flatMap((language) => {
      const { file, parts } = lessons[language]
      return parts
        .flatMap((part) => part.blocks)
        .filter(({ block }) => (block.kind === 'record' || block.kind === 'figure') && block.facts.includes(fact))
        .map(({ block, line }) => ({ file, line, what: block.kind === 'figure' ? `figure “${block.id}”` : 'record' }))
    }),
    ...figures.data.flatMap(({ id, facts }, index) =>
      facts.includes(fact) ? [{ file: figures.file, line: figures.lineOf([index, 'id']), what: `data of figure “${id}”` }] : [],
    ),
  ]
}
