/** Where the journal holds its peace: four times for a reason that somebody can name, and once without one. */
import { type LabStream, labStream } from '../stream.ts'
import { dayCount, dayMinutes, isOfficeHour } from './world.ts'

const kinds = ['maintenance', 'restart', 'archive', 'power', 'incident'] as const
export type SilenceKind = (typeof kinds)[number]
export type Silences = Record<SilenceKind, Silence>

export interface Silence {
  kind: SilenceKind
  /** Minutes since the first day began. */
  from: number
  to: number
}

/** The server says every so many minutes that it is there. */
export const beat = 20

/** Only while the server itself is down does the copy fall silent too. */
export const isServerDown = ({ kind }: Pick<Silence, 'kind'>): boolean => isShutDown(kind) || kind === 'power'
/** Whoever shuts a server down lets it write so. */
const isShutDown = (kind: SilenceKind) => kind === 'maintenance' || kind === 'restart'

/**
 * The nights on which one may begin, by day. The weekend has two, not three: it holds about as much of the tables as two other nights. The
 * last leaves a working morning, on which machines that were off install what was sent.
 */
const nights = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10] as const
const hoursOfNight = [19 * 60 + 30, 29 * 60] as const
const shownMinutes = [70, 170] as const

/** All of the same nights, the same hours and the same length as the journal shows it, so that none of these says which is which. */
export function drawSilencesAlike(seed: string): Silences {
  const stream = labStream(seed, 'silences alike')
  const chosen = stream.sample(nights, kinds.length)
  const silenceOf = (kind: SilenceKind, night: number): Silence => {
    const moment = night * dayMinutes + stream.int(...hoursOfNight)
    const from = afterBeat(moment, stream)
    // The last line before it is the sign of life, or that of the shutdown.
    return { kind, from, to: (isShutDown(kind) ? from : lastBeat(moment)) + stream.int(...shownMinutes) }
  }
  return Object.fromEntries(kinds.map((kind, index) => [kind, silenceOf(kind, chosen[index] ?? 0)])) as Silences
}

const lastBeat = (moment: number) => Math.floor(moment / beat) * beat
const afterBeat = (moment: number, stream: LabStream) => lastBeat(moment) + stream.int(1, 6)

/** As version 1 has them: that of the incident about the middle, the others in the days before and after. */
export function drawSilencesApart(seed: string): Silences {
  const stream = labStream(seed, 'silences')
  const [first = 0, second = 0, third = 0, fourth = 0] = stream.sample([0, 1, 2, 3, 8, 9, 10], 4)
  const silence = (kind: SilenceKind, moment: number, minutes: number): Silence => {
    const from = afterBeat(moment, stream)
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
