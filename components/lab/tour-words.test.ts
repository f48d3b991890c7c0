import { expect, it } from 'vitest'
import { theAuditBudget } from '#domain/labs/the-audit-budget/index'
import { linksOf } from '#domain/labs/workbench'
import en from '#messages/en'
import ja from '#messages/ja'

it('promises a drawing of links only where rows share a name or the like: those of codes and numbers alone share nothing', () => {
  const { tables } = theAuditBudget.generate('0'.repeat(32)).evidence
  const rows = tables.flatMap((table) => table.rows.map(({ id }) => id))
  const shown = tables.map(({ id, columns, rows: all }) => ({
    ...{ id, title: id, about: '' },
    columns: columns.map((column) => ({ ...column, title: column.id, isSummed: false })),
    rows: all.map(({ cells }) => [...cells]),
  }))
  expect(linksOf(rows, shown)).toEqual([])
  expect(en.lab.bench.tour_cf).toMatch(/Where rows share a name, [^.]*the link is drawn/)
  expect(ja.lab.bench.tour_cf).toMatch(/名前[^。]*同じ行があれば/)
})
