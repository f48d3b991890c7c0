import { rulesOf } from '#domain/labs/names-only'
import { type LabStream, labStream } from '#domain/labs/stream'
import type { Evidence, LabResponses, Mark, Table, TaskResponse, TaskSpec } from '#domain/labs/types'
import { cellOf, countBy } from '#domain/labs/view'

/** What somebody gives who does not look: marks and responses without a thought. */
export type Strategy = (evidence: Evidence, tasks: readonly TaskSpec[], random: LabStream) => LabResponses

type Picker = (table: Table, random: LabStream) => readonly string[]

const idsOf = (table: Table) => table.rows.map(({ id }) => id)
const few = 8

/** A table's rows as chosen by `pick`; every other task at random, among what is offered. */
const choosing =
  (pick: Picker): Strategy =>
  (evidence, tasks, random) => {
    const marks: Mark[] = evidence.tables.flatMap((table) => pick(table, random).map((row) => ({ row, reason: '' })))
    const given = tasks.map((task) => [task.id, { given: respond(task, evidence, pick, random), certainty: 'guessing' }] as const)
    return { marks, tasks: Object.fromEntries(given), hints: 0 }
  }

function respond(task: TaskSpec, evidence: Evidence, pick: Picker, random: LabStream): TaskResponse {
  const tableOf = (id: string) => evidence.tables.find((table) => table.id === id) as Table
  switch (task.kind) {
    case 'rows':
    case 'plan':
      return { rows: pick(tableOf(task.table), random) }
    case 'value': {
      if ('values' in task.from) return { value: random.pick(task.from.values) }
      const table = tableOf(task.from.table)
      const values = countBy(table, table.rows, task.from.column).map(({ value }) => String(value))
      return { value: random.pick([...values, ...(task.from.or ?? [])]) }
    }
    case 'number':
      return { number: random.int(1, Math.max(2, ...evidence.tables.map(({ rows }) => rows.length))) }
    case 'time': {
      const times = evidence.tables.flatMap(({ columns, rows }) => {
        const index = columns.findIndex(({ kind }) => kind === 'time' || kind === 'day')
        return index < 0 ? [] : rows.flatMap(({ cells }) => cells[index] ?? [])
      })
      return { time: String(random.pick(times)) }
    }
    case 'order':
      return { order: random.shuffle(task.events) }
    case 'choice':
      return { choice: random.pick(task.choices) }
    case 'rule':
      return { rule: Object.fromEntries(Object.entries(task.settings).map(([name, values]) => [name, random.pick(values)])) }
  }
}

/** The rows that hold the most frequent value of a column, whichever column is the most uneven. */
function mostFrequent(table: Table): readonly string[] {
  const [top] = table.columns
    .map(({ id }, index) => ({ index, counted: countBy(table, table.rows, id) }))
    .filter(({ counted }) => counted.length > 1)
    .sort((a, b) => (b.counted[0]?.count ?? 0) - (a.counted[0]?.count ?? 0))
  if (!top) return []
  return table.rows.filter(({ cells }) => (cells[top.index] ?? null) === top.counted[0]?.value).map(({ id }) => id)
}

export const naive: Record<string, Strategy> = {
  everything: choosing(idsOf),
  nothing: () => ({ marks: [], tasks: {}, hints: 0 }),
  random: choosing((table, random) => random.sample(idsOf(table), few)),
  'most frequent value': choosing(mostFrequent),
  'latest rows': choosing((table) => idsOf(table).slice(-few)),
  'first rows': choosing((table) => idsOf(table).slice(0, few)),
}

/** One signal alone: all rows for which it holds, and all else at random. */
export const oneSignal = (holds: (table: Table, row: Table['rows'][number]) => boolean): Strategy =>
  choosing((table) => table.rows.filter((row) => holds(table, row)).map(({ id }) => id))

/**
 * Names alone: everybody who has a name, or a first letter of one, in common with somebody drawn at random; all else at random.
 * @param columns by table, the column of full names.
 */
export const byName =
  (columns: Readonly<Record<string, string>>): Strategy =>
  (evidence, tasks, random) => {
    const nameOf = (table: Table, row: Table['rows'][number]) => {
      const column = columns[table.id]
      return column === undefined ? '' : String(cellOf(table, row, column) ?? '')
    }
    const names = evidence.tables.flatMap((table) => table.rows.map((row) => nameOf(table, row))).filter((name) => name !== '')
    const rule = random.pick(rulesOf(random.pick([...new Set(names)])))
    return oneSignal((table, row) => rulesOf(nameOf(table, row)).includes(rule))(evidence, tasks, random)
  }

export const strategySeed = (seed: string) => labStream(seed, 'a strategy, not the lab')
