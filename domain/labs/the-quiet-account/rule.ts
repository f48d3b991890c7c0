/** An audit rule that watches how many files an account opens. It sees the evidence only, so that the page can try it. */
import { dayAfter, minutesBetween } from '../calendar.ts'
import type { Evidence, Row } from '../types.ts'

/**
 * An alert is raised when an account has opened at least `threshold` files within `window` hours, counting only the last `hours` hours
 * before six in the morning (24: the whole day). Service accounts are left out: what they do is the same every night.
 */
export const ruleSettings = { threshold: [50, 100, 150, 200, 300, 400, 800], window: [1, 8, 24, 168], hours: [24, 12, 6] } as const
export type Rule = Readonly<Record<keyof typeof ruleSettings, number>>

interface Alert {
  account: string
  /** The hour in which the threshold was reached, `YYYY-MM-DDTHH:00`. */
  from: string
}

interface Tried {
  alerts: readonly Alert[]
  /** Every day of the records with its alerts. */
  byDay: readonly { day: string; alerts: number }[]
  /** Alerts a day, on average. */
  perDay: number
}

/** What each person’s account opened, hour by hour, in the order of time. */
interface Activity {
  days: readonly string[]
  accounts: ReadonlyMap<string, readonly { at: number; opened: number }[]>
}

/** After an alert an account is left alone for a day. */
const hoursOfSilence = 24

/** What a rule would have done in these weeks. */
export const tryRule = (evidence: Evidence, rule: Readonly<Record<string, number>>): Tried =>
  tried(watchedIn(activityOf(evidence), (rule as Rule).hours), rule as Rule)

interface Judged {
  /** Nights that passed before the rule spoke; null where it never did. */
  nightsBefore: number | null
  falseAlarms: number
  /** 0..1, before it is compared with the best rule: one for the first night, less for later ones; one false alarm a week halves it. */
  worth: number
}

/** The hours of rows of file access, as alerts give theirs. */
export const hoursOf = (rows: readonly Row[]): string[] =>
  rows.map(({ cells: [day, hour] }) => `${day}T${String(hour).padStart(2, '0')}:00`)

/** What a rule is worth against the hours that somebody holds to be the quiet ones. */
export function judge({ alerts, byDay }: Tried, account: string, hours: readonly string[]): Judged {
  const isRight = (alert: Alert) => alert.account === account && hours.includes(alert.from)
  const first = alerts.find(isRight)
  const falseAlarms = alerts.filter((alert) => !isRight(alert)).length
  if (!first) return { nightsBefore: null, falseAlarms, worth: 0 }
  const nights = [...new Set(hours.map(dayOf))]
  const nightsBefore = nights.filter((night) => night < dayOf(first.from)).length
  const caught = 1 - nightsBefore / nights.length
  return { nightsBefore, falseAlarms, worth: caught / (1 + falseAlarms / (byDay.length / 7)) }
}

const dayOf = (time: string) => time.slice(0, 10)

/** Every rule there is, with its worth relative to the best one, in hundredths. */
export function worthOfRules(evidence: Evidence, account: string, hours: readonly string[]): { rule: Rule; worth: number }[] {
  const activity = activityOf(evidence)
  // Which hours are counted is the same for many rules.
  const counted = new Map<number, Activity>(ruleSettings.hours.map((last) => [last, watchedIn(activity, last)]))
  const rules = allRules().map((rule) => ({ rule, worth: judge(tried(counted.get(rule.hours) as Activity, rule), account, hours).worth }))
  const best = Math.max(...rules.map(({ worth }) => worth))
  return rules.map(({ rule, worth }) => ({ rule, worth: best > 0 ? Math.round((100 * worth) / best) / 100 : 0 }))
}

const allRules = (): Rule[] =>
  ruleSettings.threshold.flatMap((threshold) =>
    ruleSettings.window.flatMap((window) => ruleSettings.hours.map((hours) => ({ threshold, window, hours }))),
  )

function activityOf({ tables }: Evidence): Activity {
  const [access, accounts] = ['access', 'accounts'].map((name) => tables.find(({ id }) => id === name)?.rows ?? [])
  const people = new Set(accounts?.filter(({ cells }) => cells[1] === 'person').map(({ cells }) => cells[0]))
  const firstDay = String(access?.[0]?.cells[0])
  const lastDay = String(access?.at(-1)?.cells[0])
  const days = Array.from({ length: minutesBetween(firstDay, lastDay) / 1_440 + 1 }, (_, index) => dayAfter(firstDay, index))
  const places = new Map(days.map((day, index) => [day, index]))
  const byAccount = new Map<string, { at: number; opened: number }[]>()
  for (const { cells } of access ?? []) {
    if (!people.has(cells[2] ?? '')) continue
    const account = String(cells[2])
    const at = (places.get(String(cells[0])) ?? 0) * 24 + Number(cells[1])
    const hours = byAccount.get(account) ?? []
    byAccount.set(account, hours)
    const last = hours.at(-1)
    if (last?.at === at) last.opened += Number(cells[4])
    else hours.push({ at, opened: Number(cells[4]) })
  }
  return { days, accounts: byAccount }
}

/** What falls into the last so many hours before six in the morning. */
function watchedIn({ days, accounts }: Activity, last: number): Activity {
  const isWatched = ({ at }: { at: number }) => ((at % 24) + 18) % 24 >= 24 - last
  return { days, accounts: new Map([...accounts].map(([account, hours]) => [account, hours.filter(isWatched)])) }
}

/** @param activity in the hours that the rule counts. */
function tried({ days, accounts }: Activity, rule: Rule): Tried {
  const found = [...accounts].flatMap(([account, hours]) => alertHours(hours, rule).map((at) => ({ account, at })))
  found.sort((a, b) => a.at - b.at || (a.account < b.account ? -1 : 1))
  const counts = days.map(() => 0)
  for (const { at } of found) counts[Math.floor(at / 24)] = (counts[Math.floor(at / 24)] ?? 0) + 1
  const timeOf = (at: number) => `${days[Math.floor(at / 24)]}T${String(at % 24).padStart(2, '0')}:00`
  return {
    alerts: found.map(({ account, at }) => ({ account, from: timeOf(at) })),
    byDay: days.map((day, index) => ({ day, alerts: counts[index] ?? 0 })),
    perDay: Math.round((100 * found.length) / days.length) / 100,
  }
}

function alertHours(watched: readonly { at: number; opened: number }[], { threshold, window }: Rule): number[] {
  const alerts: number[] = []
  let [sum, oldest] = [0, 0]
  for (const { at, opened } of watched) {
    sum += opened
    for (let first = watched[oldest]; first && first.at <= at - window; first = watched[oldest]) {
      sum -= first.opened
      oldest += 1
    }
    if (sum >= threshold && at - (alerts.at(-1) ?? Number.NEGATIVE_INFINITY) >= hoursOfSilence) alerts.push(at)
  }
  return alerts
}
