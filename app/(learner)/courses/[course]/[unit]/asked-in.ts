import type { LabView } from '#domain/labs/lab-view'
import type { View } from '#domain/labs/types'

type Search = Record<string, string | string[] | undefined>

/** What the address of a workbench asks for: how a view is chosen where there is no script. */
export function askedIn(
  { tables, tasks, file }: LabView,
  search: Search,
): { view: View | null; task: string | null; from: number; search: string } {
  const one = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  const table = tables.find(({ id }) => id === one('table')) ?? (one('sort') ? tables.find(({ id }) => id === file.table) : undefined)
  const column = (id: string) => table?.columns.find((each) => each.id === id)?.id
  const sort = column(one('sort').replace(/^-/, ''))
  const group = column(one('group'))
  const find = one('find').slice(0, 200)
  const view: View | null = table
    ? {
        table: table.id,
        where: [],
        ...(find && { find }),
        ...(group && { group }),
        ...(sort && { sort: { column: sort, isDescending: one('sort').startsWith('-') } }),
      }
    : null
  const kept = ['table', 'find', 'sort', 'group', 'task', 'from'].flatMap((name) => (one(name) ? [[name, one(name)]] : []))
  return {
    view,
    task: tasks.find(({ id }) => id === one('task'))?.id ?? null,
    from: /^\d{1,5}$/.test(one('from')) ? Number(one('from')) : 0,
    search: new URLSearchParams(kept).toString(),
  }
}
