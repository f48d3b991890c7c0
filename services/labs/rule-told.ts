import type { TaskDebrief } from '#domain/labs/lab-view'
import { rightResponse, rightResponses } from '#domain/labs/solve'
import { effectOf, suspicionOf } from '#domain/labs/the-quiet-account/effect'
import type { TaskResponse, TaskSpec } from '#domain/labs/types'
import type { World } from './worlds.ts'

/** The rule given and the best one, held against what was really there: for the debrief. */
export function ruleTold(
  { lab, evidence, truth }: World,
  { id, tuned }: Extract<TaskSpec, { kind: 'rule' }>,
  given: TaskResponse | undefined,
): TaskDebrief['rule'] {
  const right = truth.tasks[id]
  const best = right && rightResponse(right)
  const found = tuned && suspicionOf(evidence, { marks: [], tasks: rightResponses(lab.tasks, truth).tasks }, tuned)
  if (!found || !best || !('rule' in best)) return null
  const against = (rule: Readonly<Record<string, number>>) => effectOf(evidence, rule, found).against
  const bestTold = against(best.rule)
  return bestTold && { yours: given && 'rule' in given ? against(given.rule) : null, best: bestTold }
}
