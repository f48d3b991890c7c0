import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuses } from '../enrolments/status.ts'
import { cleanLine } from '../text.ts'
import { addressOf, everything, parseFilter, periods, type ReportFilter } from './filter.ts'

const group = '0190e7b4-6a0e-7a3c-8a7d-0123456789ab'

test('an empty address shows everything', () => {
  expect(parseFilter({})).toEqual({ filter: everything, ignored: [] })
  expect(addressOf(everything)).toBe('')
})

test('reads what it knows, drops what it cannot read and says which', () => {
  const address = { course: 'the-lost-badge', group: 'nagoya', status: 'late', search: ' mika ', weeks: '26', page: '-1', utm: 'x' }
  expect(parseFilter(address)).toEqual({
    filter: { ...everything, course: 'the-lost-badge', search: 'mika', weeks: 26 },
    ignored: ['group', 'status', 'page'],
  })
})

test('a name given twice cannot be read', () => {
  expect(parseFilter({ status: ['overdue', 'left'] })).toEqual({ filter: everything, ignored: ['status'] })
})

test('an empty choice of a form is no choice', () => expect(parseFilter({ group: '', status: '' }).ignored).toEqual([]))

test('a change of the filter keeps the rest', () => {
  const filter: ReportFilter = { ...everything, group, page: 3 }
  expect(addressOf(filter, { status: 'overdue', page: 1 })).toBe(`?group=${group}&status=overdue`)
})

test('every filter survives its address', () => {
  const filters = fc.record<ReportFilter>({
    course: fc.constantFrom(null, 'the-lost-badge'),
    group: fc.constantFrom(null, group),
    status: fc.constantFrom(null, ...statuses),
    search: fc.string({ maxLength: 100 }).map(cleanLine),
    weeks: fc.constantFrom(...periods),
    page: fc.integer({ min: 1, max: 9000 }),
  })
  fc.assert(
    fc.property(filters, (filter) => {
      const address = Object.fromEntries(new URLSearchParams(addressOf(filter)))
      expect(parseFilter(address)).toEqual({ filter, ignored: [] })
    }),
  )
})
