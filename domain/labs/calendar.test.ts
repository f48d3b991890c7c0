import { expect, it } from 'vitest'
import { timeOn } from './calendar.ts'

const byDate = (date: string, minutes: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + Math.floor(minutes) * 60_000).toISOString().slice(0, 16)

it.each(['2024-02-28', '2024-12-31', '2025-03-01'])(
  'tells minutes from the beginning of %s as a clock does, into other days too',
  (date) => {
    const minutes = Array.from({ length: 4_000 }, (_, index) => -1_500 + index * 1.25)
    expect(minutes.filter((one) => timeOn(date, one) !== byDate(date, one))).toEqual([])
  },
)
