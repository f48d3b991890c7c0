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

/** A rule with its settings in the order of the task: neither records nor truth keep one. */
export function inOrderOf(spec: TaskSpec, given: TaskResponse): TaskResponse {
  if (spec.kind !== 'rule' || !('rule' in given)) return given
  return {
    rule: Object.fromEntries(
      Object.keys(spec.settings).flatMap((name) => (name in given.rule ? [[name, given.rule[name] as number]] : [])),
    ),
  }
}
