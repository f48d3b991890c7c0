import type { Lab } from '../types.ts'
import { generate, type Ways } from './generate.ts'
import { workdays } from './noise.ts'
import { drawSilencesAlike, drawSilencesApart } from './silences.ts'

export const responses = ['keep-desk', 'keep-gateway', 'close-site', 'reinstall', 'restart'] as const

/** The journal of a management server falls silent; a copy of its log does not. */
const versionOf = (version: number, ways: Ways): Lab => ({
  id: 'the-log-that-stopped',
  version,
  tasks: [
    { id: 'begins', weight: 1, kind: 'time' },
    { id: 'lasts', weight: 1, kind: 'number', unit: 'minutes' },
    { id: 'mark', weight: 1, kind: 'value', from: { table: 'installs', column: 'mark' } },
    { id: 'machines', weight: 1, kind: 'rows', table: 'installs' },
    { id: 'site', weight: 1, isUnknowableOffered: true, kind: 'value', from: { table: 'installs', column: 'site' } },
    { id: 'response', weight: 1, kind: 'choice', choices: responses },
  ],
  generate: (seed) => generate(seed, ways),
})

/** Had the silence of the incident always in the middle: whoever knew that needed no calendar. */
export const theLogThatStoppedV1 = versionOf(1, { drawSilences: drawSilencesApart, rolloutDays: workdays })
/** All silences are alike. The first day, on which packages of the Friday before still arrive, gets none of its own, and so is as full as others. */
export const theLogThatStopped = versionOf(2, { drawSilences: drawSilencesAlike, rolloutDays: workdays.slice(1) })
