import type { Lab } from '../types.ts'
import { generate, type Ways } from './generate.ts'
import { earlyOrLate, inTheMiddle } from './incident.ts'
import { ruleSettings } from './rule.ts'

/** Eight weeks of a file server: one account that reads a little, by night, where it has no work; and a rule that would have seen it. */
const versionOf = (version: number, ways: Ways): Lab => ({
  id: 'the-quiet-account',
  version,
  tasks: [
    { id: 'account', kind: 'value', weight: 3, from: { table: 'accounts', column: 'account' } },
    { id: 'hours', kind: 'rows', weight: 2, table: 'access' },
    { id: 'first-day', kind: 'time', weight: 2, isUnknowableOffered: true },
    { id: 'files', kind: 'number', weight: 2, unit: 'files', isUnknowableOffered: true },
    { id: 'left', kind: 'number', weight: 1, unit: 'files', isUnknowableOffered: true },
    { id: 'rule', kind: 'rule', weight: 3, settings: ruleSettings, tuned: { by: 'files-opened', account: 'account', rows: 'hours' } },
  ],
  sums: { access: ['opened'] },
  namesBy: 'mean',
  generate: (seed) => generate(seed, ways),
})

/** Had the nights about the middle of the eight weeks, so that the place of a row told much. */
export const theQuietAccountV1 = versionOf(1, { daysBefore: 0, firstNight: inTheMiddle })
/** The records begin on a Saturday: the days before the first night hold fewer of them. */
export const theQuietAccount = versionOf(2, { daysBefore: 2, firstNight: earlyOrLate })
