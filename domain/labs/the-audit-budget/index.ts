/** The audit budget: fourteen controls, money for about six, and three incidents that are replayed against the plan. */
import type { Lab } from '../types.ts'
import { toSave } from './firm.ts'
import { generate, type Made } from './generate.ts'
import { replayIn } from './replay.ts'
import { boardMessages, budget, hardDraws, openDraws, silentDraws } from './world.ts'

interface Version extends Made {
  version: number
  weights: Record<'blind' | 'plan' | 'still-readable' | 'save-first' | 'board', number>
}

const versionOf = ({ version, weights, ...made }: Version): Lab => ({
  id: 'the-audit-budget',
  version,
  tasks: [
    { id: 'blind', weight: weights.blind, kind: 'rows', table: 'controls', isAside: true },
    { id: 'plan', weight: weights.plan, kind: 'plan', table: 'controls', budget: { column: 'cost', most: budget } },
    { id: 'still-readable', weight: weights['still-readable'], kind: 'number', unit: 'day', isUnknowableOffered: true },
    { id: 'save-first', weight: weights['save-first'], kind: 'order', events: toSave.map(([event]) => event) },
    { id: 'board', weight: weights.board, kind: 'choice', choices: boardMessages },
  ],
  sums: { controls: ['cost'] },
  generate: (seed) => generate(seed, made),
  replay: replayIn(made.draws),
})

/** Could be passed without a plan, by everything else. */
export const theAuditBudgetV1 = versionOf({
  version: 1,
  weights: { blind: 2, plan: 4, 'still-readable': 2, 'save-first': 1, board: 2 },
  draws: openDraws,
  isProofOwn: false,
})
/** The days that the plan saves are the findings, and its own rows the evidence; the other tasks are there to think with. */
const planOnly = { weights: { blind: 0, plan: 1, 'still-readable': 0, 'save-first': 0, board: 0 }, isProofOwn: true }
/** Told by the place of a row whether it might be evidence. */
export const theAuditBudgetV2 = versionOf({ version: 2, ...planOnly, draws: hardDraws })
export const theAuditBudget = versionOf({ version: 3, ...planOnly, draws: silentDraws })
