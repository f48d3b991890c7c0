import type { LabSnapshot } from '#domain/attempts/types'
import type { LabWords, Language } from '#domain/catalogue/types'
import type { TableView, TaskView } from '#domain/labs/lab-view'
import { type LabStream, labStream } from '#domain/labs/stream'
import type { TaskSpec } from '#domain/labs/types'
import { unitIn } from './units.ts'
import type { World } from './worlds.ts'

/** Tables with their words. Of a row only its cells leave: its id is its place. */
export const tablesIn = ({ lab: { sums }, evidence }: Pick<World, 'lab' | 'evidence'>, words: LabWords): TableView[] =>
  evidence.tables.map(({ id, columns, rows }) => ({
    id,
    title: words.tables[id]?.title ?? id,
    about: words.tables[id]?.about ?? '',
    columns: columns.map((column) => ({
      ...column,
      title: words.tables[id]?.columns[column.id] ?? column.id,
      ...(sums?.[id]?.includes(column.id) && { isSummed: true }),
    })),
    rows: rows.map(({ cells }) => cells),
  }))

type Shown = Pick<LabSnapshot, 'seed'> & { language: Language }

/** What is asked, without what is right. What stands in a list is mixed by the attempt, so that its order tells nothing. */
export const tasksIn = (specs: readonly TaskSpec[], words: LabWords, { seed, language }: Shown): TaskView[] =>
  specs.map((spec) => taskIn(spec, words, language, labStream(seed, `shown in ${spec.id}`)))

const columnOf = ({ table, column }: { table: string; column: string }) => ({ table, column })

function taskIn(spec: TaskSpec, words: LabWords, language: Language, stream: LabStream): TaskView {
  const told = words.tasks[spec.id] ?? { prompt: spec.id, short: spec.id }
  const isUnknowableOffered = spec.isUnknowableOffered === true
  const base = { id: spec.id, prompt: told.prompt, short: told.short, isUnknowableOffered, ...(spec.weight === 0 && { isUnscored: true }) }
  const mixed = (ids: readonly string[], text: (id: string) => string | undefined) =>
    stream.shuffle(ids).map((id) => ({ id, text: text(id) ?? id }))
  switch (spec.kind) {
    case 'rows':
      return { ...base, kind: spec.kind, table: spec.table, isAside: spec.isAside === true }
    case 'plan':
      return { ...base, kind: spec.kind, table: spec.table, budget: spec.budget }
    case 'value':
      return 'values' in spec.from
        ? { ...base, kind: spec.kind, from: null, options: mixed(spec.from.values, (id) => words.values[id]) }
        : { ...base, kind: spec.kind, from: columnOf(spec.from), options: mixed(spec.from.or ?? [], (id) => words.values[id]) }
    case 'number':
      return { ...base, kind: spec.kind, unit: unitIn(language, spec, told) }
    case 'time':
      return { ...base, kind: spec.kind }
    case 'order':
      return { ...base, kind: spec.kind, events: mixed(spec.events, (id) => told.events?.[id]) }
    case 'choice':
      return { ...base, kind: spec.kind, choices: mixed(spec.choices, (id) => told.choices?.[id]?.text) }
    case 'rule':
      return {
        ...base,
        kind: spec.kind,
        settings: Object.entries(spec.settings).map(([id, values]) => ({ id, title: told.settings?.[id] ?? id, values })),
        tuned: spec.tuned ?? null,
      }
  }
}
