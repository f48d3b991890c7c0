/** In which way a response is not right: in words that mean the same in every world that a lab makes. */
import { keyOfRule } from './score.ts'
import type { Decoy, Evidence, TaskResponse, TaskSpec, TaskTruth, Truth } from './types.ts'

/** `of` names what was taken for right: a choice, a code, a decoy, two events, a rule; or the task in which it is right. What only one world knows is never named. */
export interface Wrong {
  kind:
    | 'nothing'
    /** ‘Cannot be known’ of what can be; something, of what cannot. */
    | 'unknowable'
    | 'known'
    | 'low'
    | 'high'
    | 'early'
    | 'late'
    | 'choice'
    | 'value'
    /** A value, or rows, of what only looked guilty. */
    | 'decoy'
    /** A value that nothing speaks for. */
    | 'another'
    /** Rows that are right in another task. */
    | 'task'
    /** Rows: only some of the right ones; rows beside them. */
    | 'missed'
    | 'beside'
    /** The second of two events put before the first. */
    | 'order'
    | 'rule'
    | 'dear'
    | 'less'
  of?: string
}

interface Known {
  spec: TaskSpec
  truth: TaskTruth
  /** What is right in every task of the lab. */
  tasks: Truth['tasks']
  evidence: Evidence
  decoys: readonly Decoy[]
}

/** @param given a response that is worth less than 1, or none. */
export function wrongOf(given: TaskResponse | undefined, known: Known): Wrong {
  const { spec, truth } = known
  if (!given) return { kind: 'nothing' }
  if ('isUnknowable' in given) return { kind: 'unknowable' }
  if ('value' in truth && truth.value === null) return { kind: 'known' }
  if ('choice' in given) return { kind: 'choice', of: given.choice }
  if ('rule' in given) return { kind: 'rule', of: keyOfRule(given.rule) }
  if ('value' in given) return wrongValue(given.value, known)
  if ('rows' in given) return truth.kind === 'plan' ? wrongPlan(given.rows, truth) : wrongRows(given.rows, known)
  if ('number' in given && truth.kind === 'number') return { kind: given.number < (truth.value ?? 0) ? 'low' : 'high' }
  if ('time' in given && truth.kind === 'time') return { kind: given.time < (truth.value ?? '') ? 'early' : 'late' }
  if ('order' in given && truth.kind === 'order') return { kind: 'order', of: turnedRound(truth.order, given.order) }
  throw new Error(`a response of another kind than the task ${spec.id} asks for`)
}

function wrongValue(value: string, { spec, truth, evidence, decoys }: Known): Wrong {
  const from = spec.kind === 'value' ? spec.from : { values: [] }
  if ('values' in from || from.or?.includes(value)) return { kind: 'value', of: value }
  const right = truth.kind === 'value' ? Number(truth.value ?? Number.NaN) : Number.NaN
  if (isNumeric(from, evidence) && !Number.isNaN(right)) return { kind: Number(value) < right ? 'low' : 'high' }
  const cells = new Map(evidence.tables.flatMap(({ rows }) => rows.map((row) => [row.id, row.cells] as const)))
  const decoy = decoys.find(({ rows }) => rows.some((row) => cells.get(row)?.includes(value)))
  return decoy ? { kind: 'decoy', of: decoy.id } : { kind: 'another' }
}

const isNumeric = ({ table, column }: { table: string; column: string }, { tables }: Evidence) =>
  tables.find(({ id }) => id === table)?.columns.find(({ id }) => id === column)?.kind === 'number'

/** A message to be reported, dealt with as usual, took nobody in by looking guilty: where rows belong says more than how they look. */
function wrongRows(rows: readonly string[], { truth, tasks, decoys }: Known): Wrong {
  const right = truth.kind === 'rows' ? truth.rows : []
  const beside = rows.filter((row) => !right.includes(row))
  const [other] = Object.entries(tasks).find(([, task]) => task.kind === 'rows' && beside.some((row) => task.rows.includes(row))) ?? []
  if (other) return { kind: 'task', of: other }
  const accused = decoys.find((decoy) => beside.some((row) => decoy.rows.includes(row)))
  if (accused) return { kind: 'decoy', of: accused.id }
  return { kind: beside.length > 0 ? 'beside' : 'missed' }
}

function wrongPlan(rows: readonly string[], { model }: Extract<TaskTruth, { kind: 'plan' }>): Wrong {
  const cost = model.controls.filter(({ row }) => rows.includes(row)).reduce((sum, control) => sum + control.cost, 0)
  return { kind: cost > model.most ? 'dear' : 'less' }
}

/** The first two neighbours that stand the wrong way round, as `first,second` of the right order. */
function turnedRound(right: readonly string[], given: readonly string[]): string {
  const place = right.findIndex((event, index) => given.indexOf(right[index + 1] ?? '') < given.indexOf(event) && index + 1 < right.length)
  return right.slice(Math.max(0, place), Math.max(0, place) + 2).join(',')
}
