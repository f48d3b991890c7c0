/** The audit budget: fourteen controls, money for about six, and three incidents that are replayed against the plan. */
import type { Lab, TaskSpec } from '../types.ts'
import { toSave } from './firm.ts'
import { generate, type Made } from './generate.ts'
import { replayIn } from './replay.ts'
import { boardMessages, budget, hardDraws, openDraws, silentDraws } from './world.ts'

/** Said where no line could be read any more: whoever has looked at all of them knows it. */
export const noneReadable = 'none-readable'

interface Version extends Made {
  version: number
  weights: Record<'blind' | 'plan' | 'still-readable' | 'save-first' | 'board', number>
}

/** A day, or that there is none; before version 4 ‘cannot be known’ stood for that, although one does know. */
const stillReadable = (weight: number, none: string | null): TaskSpec => ({
  ...{ id: 'still-readable', weight },
  ...(none === null
    ? { kind: 'number', unit: 'day', isUnknowableOffered: true }
    : { kind: 'value', from: { table: 'incidents', column: 'day', or: [none] } }),
})

const versionOf = ({ version, weights, ...made }: Version): Lab => ({
  id: 'the-audit-budget',
  version,
  tasks: [
    { id: 'blind', weight: weights.blind, kind: 'rows', table: 'controls', isAside: true },
    { id: 'plan', weight: weights.plan, kind: 'plan', table: 'controls', budget: { column: 'cost', most: budget } },
    stillReadable(weights['still-readable'], made.noneReadable),
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
  noneReadable: null,
})
/** The days that the plan saves are the findings, and its own rows the evidence; the other tasks are there to think with. */
const planOnly = { weights: { blind: 0, plan: 1, 'still-readable': 0, 'save-first': 0, board: 0 }, isProofOwn: true }
/** Told by the place of a row whether it might be evidence. */
export const theAuditBudgetV2 = versionOf({ version: 2, ...planOnly, draws: hardDraws, noneReadable: null })
/** Took ‘cannot be known’ where no line could be read. */
export const theAuditBudgetV3 = versionOf({ version: 3, ...planOnly, draws: silentDraws, noneReadable: null })
export const theAuditBudget = versionOf({ version: 4, ...planOnly, draws: silentDraws, noneReadable })
