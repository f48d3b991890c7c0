import type { Lab } from '../types.ts'
import { generate } from './generate.ts'
import { ruleSettings } from './rule.ts'

/** Eight weeks of a file server: one account that reads a little, by night, where it has no work; and a rule that would have seen it. */
export const theQuietAccount: Lab = {
  id: 'the-quiet-account',
  version: 1,
  tasks: [
    { id: 'account', kind: 'value', weight: 3, from: { table: 'accounts', column: 'account' } },
    { id: 'hours', kind: 'rows', weight: 2, table: 'access' },
    { id: 'first-day', kind: 'time', weight: 2, isUnknowableOffered: true },
    { id: 'files', kind: 'number', weight: 2, unit: 'files', isUnknowableOffered: true },
    { id: 'left', kind: 'number', weight: 1, unit: 'files', isUnknowableOffered: true },
    { id: 'rule', kind: 'rule', weight: 3, settings: ruleSettings, tuned: { by: 'files-opened', account: 'account', rows: 'hours' } },
  ],
  sums: { access: ['opened'] },
  generate,
}
