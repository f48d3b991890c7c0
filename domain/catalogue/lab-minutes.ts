/** How long somebody who has never seen a lab takes for it: an estimate, from what there is to read and to do. */
import { spokenOf } from '../labs/speaks-of.ts'
import type { Lab } from '../labs/types.ts'
import { readingMinutes } from './minutes.ts'
import type { LabWordsFile } from './schema.ts'
import type { LabSource } from './source.ts'

/** How far what a lab says may be off from the estimate, as a part of it. */
export const leeway = 0.2

const secondsPerTurn = 15
const secondsPerMark = 5

/**
 * Minutes, not rounded. Everything in the lab's words is read once, in the slower of the two languages: of the debrief each step, decoy and the
 * record; of each choice its text, and of one choice its outcome; hints are not. Then every turn of the expert's path, every decoy that is looked
 * into and set aside, and every response with its certainty take 15 seconds, and every row of proof put into the case file 5.
 */
export function labMinutes(lab: Lab, { words: { en, ja } }: Pick<LabSource, 'words'>): number {
  const { turns, decoys, proof } = spokenOf(lab).work
  const doing = (turns + decoys + lab.tasks.length) * secondsPerTurn + proof * secondsPerMark
  return readingMinutes({ en: textOf(en.data), ja: textOf(ja.data) }) + doing / 60
}

function textOf({ brief, tables, values, tasks, debrief }: LabWordsFile): string {
  const asked = Object.values(tasks).map(({ prompt, choices = {}, events, settings }) => {
    const outcomes = Object.values(choices).map(({ outcome }) => outcome)
    const longest = outcomes.reduce((a, b) => (b.length > a.length ? b : a), '')
    return [prompt, Object.values(choices).map(({ text }) => text), events, settings, longest]
  })
  const { steps, decoys, record, control } = debrief
  return textsIn([brief, tables, values, asked, steps, decoys, record.replace(/:by\[([^\]]*)\]\{[^}]*\}/gu, '$1'), control]).join('\n')
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
