/** Finds the answer as the debrief tells it, from the evidence alone. */
import type { Evidence, Row, Solver, Table, TaskResponse } from '../types.ts'
import { cellOf, rowsOf } from '../view.ts'

export const solve: Solver = (evidence) => {
  const [journal, copy, installs, changes] = ['journal', 'copy', 'installs', 'changes'].map((id) => tableIn(evidence, id)) as [
    Table,
    Table,
    Table,
    Table,
  ]
  const text = (table: Table, row: Row, column: string) => String(cellOf(table, row, column) ?? '')
  const scheduled = new Set(changes.rows.map((row) => text(changes, row, 'mark')))

  // 1. A silence that no planned change covers, and through which the copy went on.
  const isPlanned = (from: string, to: string) =>
    changes.rows.some((row) => {
      const what = text(changes, row, 'what')
      return ['maintenance', 'archive'].includes(what) && text(changes, row, 'from') <= from && text(changes, row, 'to') >= to
    })
  const [silence] = journal.rows.flatMap((after, index) => {
    const before = journal.rows[index - 1]
    if (!before || Number(cellOf(journal, after, 'since')) < 40) return []
    const [from, to] = [text(journal, before, 'time'), text(journal, after, 'time')]
    const inside = rowsOf(copy, { where: [{ column: 'time', from, to }] }).filter(
      (row) => text(copy, row, 'time') > from && text(copy, row, 'time') < to,
    )
    const isWithout = inside.filter((row) => text(copy, row, 'event') === 'alive').length === 0
    return isPlanned(from, to) || isWithout ? [] : [{ before, after, inside }]
  })
  if (!silence) throw new Error('no silence')

  // 2. The job made meanwhile, whose mark stands in no entry of the calendar.
  const made = silence.inside.find((row) => text(copy, row, 'event') === 'job-made' && !scheduled.has(text(copy, row, 'mark')))
  if (!made) throw new Error('no job')
  const [mark, session, job] = ['mark', 'session', 'job'].map((column) => text(copy, made, column)) as [string, string, string]

  // 3. Who installed it, whenever that was.
  const machines = rowsOf(installs, { where: [{ column: 'mark', is: mark }] }).map(({ id }) => id)

  // 4. From where the session was opened.
  const lines = copy.rows.filter((row) => text(copy, row, 'session') === session || text(copy, row, 'job') === job)
  const signIn = lines.find((row) => text(copy, row, 'event') === 'sign-in') as Row
  const [desk] = rowsOf(installs, { where: [{ column: 'machine', is: text(copy, signIn, 'from') }] })
  const tasks: Record<string, TaskResponse> = {
    begins: { time: text(journal, silence.before, 'time') },
    lasts: { number: Number(cellOf(journal, silence.after, 'since')) },
    mark: { value: mark },
    machines: { rows: machines },
    site: desk ? { value: text(installs, desk, 'site') } : { isUnknowable: true },
    response: { choice: desk ? 'keep-desk' : 'keep-gateway' },
  }
  const marks = [silence.before.id, silence.after.id, ...lines.map(({ id }) => id), ...machines].map((row) => ({ row, reason: '' }))
  return { tasks, marks }
}

const tableIn = (evidence: Evidence, id: string) => evidence.tables.find((table) => table.id === id) as Table
