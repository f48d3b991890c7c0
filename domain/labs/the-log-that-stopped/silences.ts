/** Where the journal holds its peace: four times for a reason that somebody can name, and once without one. */
import { labStream } from '../stream.ts'
import { dayCount, dayMinutes, isOfficeHour } from './world.ts'

export type SilenceKind = 'maintenance' | 'restart' | 'archive' | 'power' | 'incident'

export interface Silence {
  kind: SilenceKind
  /** Minutes since the first day began. */
  from: number
  to: number
}

/** The server says every so many minutes that it is there. */
export const beat = 20

/** Only while the server itself is down does the copy fall silent too. */
export const isServerDown = ({ kind }: Silence): boolean => kind === 'maintenance' || kind === 'restart' || kind === 'power'

export function drawSilences(seed: string): Record<SilenceKind, Silence> {
  const stream = labStream(seed, 'silences')
  const [first = 0, second = 0, third = 0, fourth = 0] = stream.sample([0, 1, 2, 3, 8, 9, 10], 4)
  const starting = (moment: number) => Math.floor(moment / beat) * beat + stream.int(1, 6)
  const silence = (kind: SilenceKind, moment: number, minutes: number): Silence => {
    const from = starting(moment)
    return { kind, from, to: from + minutes }
  }
  return {
    maintenance: silence('maintenance', first * dayMinutes + stream.int(20 * 60, 22 * 60), stream.int(100, 220)),
    restart: silence('restart', fourth * dayMinutes + stream.int(19 * 60, 21 * 60), stream.int(65, 120)),
    archive: silence('archive', second * dayMinutes + stream.int(19 * 60, 22 * 60), stream.int(70, 170)),
    power: silence('power', third * dayMinutes + stream.int(10 * 60, 16 * 60), stream.int(62, 120)),
    incident: silence('incident', middleOf(seed), stream.int(75, 165)),
  }
}

/** About the middle of the two weeks, at any hour at which nobody plans a job. */
function middleOf(seed: string): number {
  const stream = labStream(seed, 'hour of the incident')
  for (;;) {
    const moment = stream.int(Math.round(0.36 * dayCount * dayMinutes), Math.round(0.59 * dayCount * dayMinutes))
    if (!isOfficeHour(moment - 60) && !isOfficeHour(moment) && !isOfficeHour(moment + 180)) return moment
  }
}
