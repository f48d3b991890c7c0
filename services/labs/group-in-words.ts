import type { LabWords } from '#domain/catalogue/types'
import type { CitedBy, Count, GroupReport } from '#domain/labs/group-report'
import type { Wrong } from '#domain/labs/wrong'
import type { World } from './worlds.ts'

/** What a group did in a lab, with the words of the lab. */
export interface GroupInWords extends Pick<GroupReport, 'people' | 'looked' | 'cited' | 'hints' | 'time' | 'certainty'> {
  tasks: {
    id: string
    text: string
    right: number
    worth: number
    /** With the words of what was taken for right: one, or the two events of an order; none where the kind says it all. */
    wrong: { kind: Wrong['kind']; words: string[]; count: number }[]
  }[]
  /** Of whom it is known where they looked; null where these are too few. */
  tables: { id: string; text: string; opened: number; narrowed: number }[] | null
  /** Where proof stands: by table, and by step of the expert's path. */
  proofIn: ({ id: string; text: string } & CitedBy)[]
  steps: ({ id: string; text: string } & CitedBy)[]
  decoys: ({ id: string; text: string } & Count)[]
}

/** @param world any world of the lab: it knows the order of tasks, tables and steps. */
export function groupInWords(report: GroupReport, { lab, evidence, truth }: World, words: LabWords): GroupInWords {
  const { tasks, tables, proofIn, steps, decoys, people, looked, cited, hints, time, certainty } = report
  const tableIds = evidence.tables.map(({ id }) => id)
  const titleOf = (table: string) => words.tables[table]?.title ?? table
  return {
    ...{ people, looked, cited, hints, time, certainty },
    tasks: inOrder(
      lab.tasks.map(({ id }) => id),
      tasks,
    ).map(({ id, wrong, ...task }) => ({
      ...{ id, text: words.tasks[id]?.short ?? id, ...task },
      wrong: wrong.map((one) => ({ kind: one.kind, count: one.count, words: wordsOf(one, id, words) })),
    })),
    tables: tables && inOrder(tableIds, tables).map((table) => ({ ...table, text: titleOf(table.id) })),
    proofIn: inOrder(tableIds, proofIn).map((table) => ({ ...table, text: titleOf(table.id) })),
    steps: inOrder(
      truth.steps.map(({ id }) => id),
      steps,
    ).map((step) => ({ ...step, text: words.debrief.steps[step.id]?.title ?? step.id })),
    // The sentences of decoys hold values of one world; of many, only their names are the same.
    decoys: Object.entries(decoys).map(([id, count]) => ({ id, ...count, text: words.debrief.decoyNames?.[id] ?? id })),
  }
}

/** Records keep no order. */
const inOrder = <T>(ids: readonly string[], parts: Readonly<Record<string, T>>): (T & { id: string })[] =>
  ids.flatMap((id) => (parts[id] ? [{ ...parts[id], id }] : []))

function wordsOf({ kind, of = '' }: Wrong, task: string, { tasks, values, debrief }: LabWords): string[] {
  const told = tasks[task]
  switch (kind) {
    case 'choice':
      return [told?.choices?.[of]?.text ?? of]
    case 'value':
      return [values[of] ?? of]
    case 'task':
      return [tasks[of]?.short ?? of]
    case 'decoy':
      return [debrief.decoyNames?.[of] ?? of]
    case 'order':
      return of.split(',').map((event) => told?.events?.[event] ?? event)
    case 'rule':
      return [
        of
          .split(',')
          .map((setting) => settingIn(setting, told?.settings))
          .join('; '),
      ]
    default:
      return []
  }
}

function settingIn(written: string, settings: Readonly<Record<string, string>> = {}): string {
  const [name = '', value] = written.split('=')
  return `${settings[name] ?? name}: ${value}`
}
