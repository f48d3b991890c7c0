/** What customers leave behind after they have signed up: payments and log-ins at the support desk. */
import { minutesBetween, timeOn } from '../calendar.ts'
import type { LabStream } from '../stream.ts'
import type { Cell } from '../types.ts'
import type { Customer, Period, Ways } from './world.ts'

export const plans = ['small', 'medium', 'large'] as const
export type Plan = (typeof plans)[number]
const yenPerMonth: Readonly<Record<Plan, number>> = { small: 1_100, medium: 2_400, large: 5_200 }
/** Months paid for at once, then how many further payments there are. */
const monthsPaid = [
  [1, 7],
  [3, 2],
  [6, 1],
] as const
const furtherPayments = [
  [0, 9],
  [1, 6],
  [2, 3],
  [3, 2],
] as const
const topics = ['start', 'bill', 'fault', 'password', 'domain'] as const
const daysPerMonth = 30
const daysLate = 10

/** Time, customer, card, months, yen: the first within minutes of the sign-up, a later one when the months before it have run out. */
export function paymentsOf(stream: LabStream, { exported }: Period, code: string, { signed, ways, later }: Customer, plan: Plan): Cell[][] {
  const count = 1 + Math.max(stream.weighted(furtherPayments), later.card ? 1 : 0)
  const payments: Cell[][] = []
  let time = minutesAfter(signed, stream.int(1, 30))
  for (let index = 0; index < count && time < exported; index += 1) {
    // Whoever changes the card pays for one month with the old one.
    const months = index === 0 && later.card ? 1 : stream.weighted(monthsPaid)
    payments.push([time, code, index === 0 ? ways.card : (later.card ?? ways.card), months, months * yenPerMonth[plan]])
    time = onDay(stream, time, months * daysPerMonth + stream.int(0, daysLate))
  }
  return payments
}

/** Time, customer, line, mark, topic: with the later ways from the middle on. */
export function loginsOf(stream: LabStream, { exported }: Period, code: string, { signed, ways, later }: Customer): Cell[][] {
  const count = Math.max(stream.int(1, 8), later.line || later.mark ? 2 : 1)
  const days = Math.floor(minutesBetween(signed, exported) / 1_440)
  const times = Array.from({ length: count }, () => {
    const day = stream.int(0, days)
    return day === 0 ? minutesAfter(signed, stream.int(20, 90)) : onDay(stream, signed, day)
  })
  return times.sort().map((time, index): Cell[] => {
    const now: Ways = index * 2 >= count ? { ...ways, ...later } : ways
    return [time, code, now.line, now.mark, stream.pick(topics)]
  })
}

const minutesAfter = (time: string, minutes: number): string => timeOn(time.slice(0, 10), minutesBetween(time.slice(0, 10), time) + minutes)

/** So many days after, at an hour when people are up. */
const onDay = (stream: LabStream, time: string, days: number): string =>
  timeOn(time.slice(0, 10), days * 1_440 + stream.around(14 * 60, 8 * 60))
