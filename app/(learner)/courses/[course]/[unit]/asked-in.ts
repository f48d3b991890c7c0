import type { Language } from '#domain/catalogue/types'
import { viewAsked } from '#domain/labs/asked-view'
import type { LabView } from '#domain/labs/lab-view'
import { fieldsOfView, viewIn } from '#domain/labs/narrow'
import type { View } from '#domain/labs/types'

type Search = Record<string, string | string[] | undefined>

/** What the address of a workbench asks for: how a view is chosen where there is no script. */
export function askedIn(
  { tables, tasks, file }: LabView,
  search: Search,
  language: Language,
): { view: View | null; by: string; task: string | null; from: number; search: string } {
  const fields = Object.entries(search).flatMap(([name, values = []]) => [values].flat().map((value): [string, string] => [name, value]))
  const last = (name: string) => fields.findLast(([key]) => key === name)?.[1] ?? ''
  const table = tables.find(({ id }) => id === last('table')) ?? (last('sort') ? tables.find(({ id }) => id === file.table) : undefined)
  const view = table ? viewIn(viewAsked(table, fields), language) : null
  // What was narrowed stands in the view by now.
  const kept = ['by', 'task', 'from'].flatMap((name) => (last(name) ? [[name, last(name)] as [string, string]] : []))
  return {
    view,
    by: last('by'),
    task: tasks.find(({ id }) => id === last('task'))?.id ?? null,
    from: /^\d{1,5}$/.test(last('from')) ? Number(last('from')) : 0,
    search: new URLSearchParams([...(view ? fieldsOfView(view) : []), ...kept]).toString(),
  }
}
