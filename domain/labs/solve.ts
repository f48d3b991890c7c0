import type { Certainty } from '../attempts/types.ts'
import { bestPlan } from './plan.ts'
import type { LabResponses, TaskResponse, TaskSpec, TaskTruth, Truth } from './types.ts'

/** The response to a task that is worth 1. */
export function rightResponse(truth: TaskTruth): TaskResponse {
  switch (truth.kind) {
    case 'rows':
      return { rows: truth.rows }
    case 'value':
      return truth.value === null ? { isUnknowable: true } : { value: truth.value }
    case 'number':
      return truth.value === null ? { isUnknowable: true } : { number: truth.value }
    case 'time':
      return truth.value === null ? { isUnknowable: true } : { time: truth.value }
    case 'order':
      return { order: truth.order }
    case 'choice':
      return { choice: bestOf(truth.worth) }
    case 'plan':
      return { rows: bestPlan(truth.model).rows }
    case 'rule':
      return { rule: Object.fromEntries(bestOf(truth.worth).split(',').map(settingOf)) }
  }
}

const bestOf = (worth: Readonly<Record<string, number>>) => Object.entries(worth).sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''

function settingOf(written: string): [string, number] {
  const [name = '', value] = written.split('=')
  return [name, Number(value)]
}

/** Everything right: what a lab's attempt is given that scores 1. */
export function rightResponses(tasks: readonly TaskSpec[], truth: Truth, certainty: Certainty = 'certain'): LabResponses {
  const given = tasks.flatMap(({ id }) => {
    const one = truth.tasks[id]
    return one ? [[id, { given: rightResponse(one), certainty }] as const] : []
  })
  return { tasks: Object.fromEntries(given), marks: truth.evidence.map((row) => ({ row, reason: '' })), hints: 0 }
}
