import type { Lab } from '../types.ts'
import { generate } from './generate.ts'

export const responses = ['keep-desk', 'keep-gateway', 'close-site', 'reinstall', 'restart'] as const

/** The journal of a management server falls silent; a copy of its log does not. */
export const theLogThatStopped: Lab = {
  id: 'the-log-that-stopped',
  version: 1,
  tasks: [
    { id: 'begins', weight: 1, kind: 'time' },
    { id: 'lasts', weight: 1, kind: 'number', unit: 'minutes' },
    { id: 'mark', weight: 1, kind: 'value', from: { table: 'installs', column: 'mark' } },
    { id: 'machines', weight: 1, kind: 'rows', table: 'installs' },
    { id: 'site', weight: 1, isUnknowableOffered: true, kind: 'value', from: { table: 'installs', column: 'site' } },
    { id: 'response', weight: 1, kind: 'choice', choices: responses },
  ],
  generate,
}
