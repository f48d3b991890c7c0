import { expect, test } from 'vitest'
import { AuditFilter, auditAddressOf, parseAuditFilter } from './filter.ts'

const empty = AuditFilter.parse({})

test('reads what it knows, drops what it cannot read and says which', () => {
  const address = { verb: 'person.create', actor: ' Mika ', from: '2026-02-30', to: '2026-03-01', before: '7', page: '2' }
  expect(parseAuditFilter(address)).toEqual({
    filter: { ...empty, verb: 'person.create', actor: 'Mika', to: '2026-03-01' },
    ignored: ['from', 'before'],
  })
})

test('a filter survives its address', () => {
  const filter = { ...empty, verb: 'report.export', subject: '100 % & more', from: '2026-11-01' }
  expect(parseAuditFilter(Object.fromEntries(new URLSearchParams(auditAddressOf(filter))))).toEqual({ filter, ignored: [] })
  expect(auditAddressOf(empty)).toBe('')
})
