/** The audit budget: fourteen controls, money for about six, and three incidents that are replayed against the plan. */
import type { Lab } from '../types.ts'
import { toSave } from './firm.ts'
import { generate } from './generate.ts'
import { replay } from './replay.ts'
import { boardMessages, budget } from './world.ts'

export const theAuditBudget: Lab = {
  id: 'the-audit-budget',
  version: 1,
  tasks: [
    { id: 'blind', weight: 2, kind: 'rows', table: 'controls' },
    { id: 'plan', weight: 4, kind: 'plan', table: 'controls', budget: { column: 'cost', most: budget } },
    { id: 'still-readable', weight: 2, kind: 'number', unit: 'day', isUnknowableOffered: true },
    { id: 'save-first', weight: 1, kind: 'order', events: toSave.map(([event]) => event) },
    { id: 'board', weight: 2, kind: 'choice', choices: boardMessages },
  ],
  sums: { controls: ['cost'] },
  generate,
  replay,
}
