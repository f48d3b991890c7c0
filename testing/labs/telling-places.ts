import { type Learned, mostArea } from './by-place.ts'

/**
 * Tables in which the place of a row tells something by nature: how much (measured over 500 worlds), and why that gives nothing away that the
 * row does not say.
 */
const known: Readonly<Record<string, Readonly<Record<string, { most: number; because: string }>>>> = {
  'the-audit-budget': {
    firm: { most: 0.7, because: 'the sheet lists the same items in the order of their names: a place is an item, and the row says which' },
    incidents: {
      most: 0.64,
      because: 'each incident is told day by day: the best plan sees it early, and the last line only says when it was noticed',
    },
  },
}

/**
 * The tables whose places tell too much, in words. So few worlds may seem to tell something by luck: twice the standard error is allowed for
 * that, about 0.08 with 50 worlds and 0.025 with 500.
 */
export const tellingPlaces = (lab: string, learned: readonly Learned[]): string[] =>
  learned.flatMap(({ table, area, error }) => {
    const most = known[lab]?.[table]?.most ?? mostArea
    return area <= most + 2 * error ? [] : [`${table}: ${area.toFixed(3)} ± ${error.toFixed(3)}, at most ${most}`]
  })
