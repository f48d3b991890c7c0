import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Figure, TimelineFigure } from '#domain/catalogue/types'

/** A timeline of two bars, two moments and a stretch between them; tests change what they ask about. */

const both = (words: string) => ({ en: words, ja: words })

export const timelineEntry = (start: string, end?: string, label = 'A label of some length'): TimelineFigure['entries'][number] => ({
  facts: [],
  start,
  ...(end && { end }),
  label: both(label),
  note: both('and a note'),
  when: both(start),
  who: both('somebody'),
})

export const timeline: TimelineFigure = {
  kind: 'timeline',
  id: 'line',
  title: both('A line'),
  text: both('A line.'),
  facts: [],
  from: '2016',
  to: '2021',
  entries: [timelineEntry('2016', '2016'), timelineEntry('2016-09', '2017-04'), timelineEntry('2021-04-20'), timelineEntry('2021-10')],
  spans: [{ start: '2017-04', end: '2021-04-20', label: both('Four years'), note: both('without news') }],
}

/** Every timeline of the content. */
export function contentTimelines(): TimelineFigure[] {
  const read = (file: string) => parse(readFileSync(file, 'utf8'))
  const ofUnits = globSync('content/units/*/figures.yaml').flatMap((file) => (read(file) ?? []) as Figure[])
  return [
    ...globSync('content/cases/*/dossier.yaml').map((file) => read(file).timeline as TimelineFigure),
    ...ofUnits.filter((figure) => figure.kind === 'timeline'),
  ]
}
