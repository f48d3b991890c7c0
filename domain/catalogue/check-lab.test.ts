import { describe, expect, it } from 'vitest'
import { changed, problemLines } from '#testing/content'
import { labFiles, labPaths } from '#testing/labs/borrowed-badge-files'

const { lab, en, ja } = labPaths
const lineOf = (file: string, words: string) => {
  const lines = labFiles().get(file)?.split('\n') ?? []
  return lines.findIndex((line) => line.includes(words)) + 1
}

/** file, words, what they are replaced with, words on the line at fault (of the file before), part of the reason. */
type Case = [file: string, from: string, to: string, at: string, reason: string]

const cases: Record<string, Case> = {
  'an id that is not the folder’s': [lab, 'id: the-borrowed', 'id: a-borrowed', 'id: the', 'the id is the folder'],
  'a fact without what travels with it': [lab, 'rentals, not-indicted', 'rentals', 'facts:', 'travels together with “not-indicted”'],
  'an objective of no course': [lab, 'check-first', 'check-last', 'objectives', 'no course has the objective'],
  'minutes that its texts and steps do not take': [lab, 'minutes: 4', 'minutes: 12', 'minutes', 'take about 4.4 minutes, not 12'],
  'a hint without words': [en, 'nudge:', 'push:', 'hints:', 'hints: no words for “nudge”'],
  'a hint too many': [lab, 'hints: [nudge, where, how]', 'hints: [nudge, where]', 'never', 'hints: the lab has no “how”'],
  'a column without words': [en, 'door: Door', 'gate: Door', 'door: Door', 'tables.readings.columns: no words for “door”'],
  'a table that is not there': [en, '  people:', '  persons:', 'title: People', 'tables: the lab has no “persons”'],
  'a code without words': [ja, '  tool-room: 工具室', '  tool: 工具室', 'main: ', 'values: no words for “tool-room”'],
  'a task without words': [en, '  how-many:', '  how-much:', 'which-badge', 'tasks: no words for “how-many”'],
  'a choice that is not offered': [en, '      wait:', '      hope:', 'hope', 'choices: the lab has no “hope”'],
  'an event without words': [ja, 'noticed:', 'seen:', 'noticed:', 'events: no words for “noticed”'],
  'a setting without words': [en, 'times: Times', 'often: Times', 'times: Times', 'settings: no words for “times”'],
  'a number without its unit': [en, ', unit: readings', '', 'how-many', 'has no unit'],
  'a step without words': [en, '    nights:', '    evenings:', 'nights:', 'debrief.steps: no words for “nights”'],
  'a decoy without words': [ja, 'night-guard', 'day-guard', 'night-guard', 'debrief.decoys: no words for “night-guard”'],
  'a decoy without a name': [en, 'decoyNames: { night-guard', 'decoyNames: { day-guard', 'decoyNames', 'debrief.decoyNames: no words for'],
  'a place in a name': [en, 'The rounds of the guard', 'The {rounds} rounds', 'decoyNames', '“night-guard” has no value “rounds”'],
  'a place without a value': [en, '{badge}', '{card}', 'one-badge:', '“one-badge” has no value “card”'],
  'the real case outside the record': [en, 'A badge was used', 'Harbour Works knew that a badge was used', 'A badge was', 'Harbour Works'],
  'a title that tells the case': [lab, 'title: { en: ', 'title: { en: Harbour Works and ', 'title:', '“Harbour Works”'],
  'a record that does not attribute': [en, ':by[Police allege]{fact=rentals}', 'Police allege', 'record:', '“rentals” is not attributed'],
  'an allegation told as a fact': [ja, '借りたとみています', '借りました', '警察は', 'does not attribute “rentals”'],
  'a heading in the record': [en, '    :by[Police', '    # Police\n    :by[Police', ':by[Police', '“heading” is not allowed'],
}

describe('check of a lab', () => {
  it('finds nothing in a lab that is right', () => {
    expect(problemLines(labFiles())).toEqual([])
  })

  it.each(Object.entries(cases))('refuses %s', (_, [file, from, to, at, reason]) => {
    const problems = problemLines(changed(file, from, to, labFiles())).join('\n')
    const line = lineOf(file, at)
    const where = line > 0 ? `^${RegExp.escape(file)}:${line}: .*` : '^.*'
    expect(problems).toMatch(new RegExp(`${where}${RegExp.escape(reason)}`, 'mu'))
  })

  it('refuses a lab that no code makes', () => {
    const files = labFiles()
    for (const path of Object.values(labPaths)) {
      files.set(path.replace('the-borrowed-badge', 'the-lost-badge'), (files.get(path) ?? '').replace('id: the-borrowed', 'id: the-lost'))
      files.delete(path)
    }
    files.set(
      'content/courses/harbour.yaml',
      (files.get('content/courses/harbour.yaml') ?? '').replace('the-borrowed-badge', 'the-lost-badge'),
    )
    expect(problemLines(files)).toEqual([expect.stringContaining('no lab “the-lost-badge” in domain/labs/registry.ts')])
  })
})
