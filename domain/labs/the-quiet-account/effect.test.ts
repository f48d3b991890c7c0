import { describe, expect, it } from 'vitest'
import { seeds } from '#testing/labs/proofs'
import type { CaseFile } from '../case-file.ts'
import { rightResponses } from '../solve.ts'
import type { Evidence, TaskResponse } from '../types.ts'
import { effectOf, evidenceOf, suspicionOf } from './effect.ts'
import { theQuietAccount } from './index.ts'
import { worthOfRules } from './rule.ts'

const tuned = { by: 'files-opened', account: 'account', rows: 'hours' } as const
const evidence: Evidence = {
  tables: [
    {
      id: 'access',
      columns: [],
      rows: (
        [
          ['2024-06-03', 2, 'a', 90],
          ['2024-06-04', 3, 'b', 120],
          ['2024-06-05', 2, 'a', 110],
          ['2024-06-05', 14, 'c', 300],
          ['2024-06-09', 1, 'b', 100],
        ] as const
      ).map(([day, hour, account, files], index) => ({ id: `access-${index + 1}`, cells: [day, hour, account, 'bids', files] })),
    },
    { id: 'accounts', columns: [], rows: ['a', 'b', 'c'].map((id, index) => ({ id: `accounts-${index + 1}`, cells: [id, 'person'] })) },
  ],
}
const rule = { threshold: 100, window: 1, hours: 6 }
const file = (tasks: Record<string, TaskResponse>, ...marks: string[]): Pick<CaseFile, 'marks' | 'tasks'> => ({
  marks: marks.map((row) => ({ row, reason: '' })),
  tasks: Object.fromEntries(Object.entries(tasks).map(([id, given]) => [id, { given, certainty: null }])),
})

describe('the effect of a rule', () => {
  it('counts alerts by day, and accounts', () => {
    expect(effectOf(evidence, rule, null)).toEqual({
      alerts: 3,
      perDay: 0.43,
      byDay: [0, 1, 1, 0, 0, 0, 1].map((alerts, index) => ({ day: `2024-06-0${index + 3}`, alerts })),
      most: { day: '2024-06-04', alerts: 1 },
      accounts: 2,
      against: null,
    })
    expect(effectOf(evidence, { ...rule, threshold: 800 }, null)).toMatchObject({ alerts: 0, perDay: 0, most: null, accounts: 0 })
  })

  it('measures what it catches by what the learner suspects, right or wrong', () => {
    const against = (account: string, ...rows: string[]) =>
      effectOf(evidence, rule, suspicionOf(evidence, file({ account: { value: account }, hours: { rows } }), tuned)).against
    expect(against('a', 'access-1', 'access-3')).toEqual({ account: 'a', nights: 2, night: 2, falseAlarms: 2, falseAlarmsPerWeek: 2 })
    expect(against('b', 'access-2', 'access-5')).toMatchObject({ nights: 2, night: 1, falseAlarms: 1 })
    expect(against('c', 'access-4')).toMatchObject({ nights: 1, night: null, falseAlarms: 3 })
  })
})

describe('a suspicion', () => {
  const rowsOf = (held: Pick<CaseFile, 'marks' | 'tasks'>) => suspicionOf(evidence, held, tuned)?.rows.map(({ id }) => id) ?? null

  it('is the account named, with its rows among those given, or else marked', () => {
    expect(rowsOf(file({ account: { value: 'a' }, hours: { rows: ['access-1', 'access-2'] } }, 'access-3'))).toEqual(['access-1'])
    expect(rowsOf(file({ account: { value: 'a' } }, 'access-3', 'accounts-1', 'access-99', 'access-2'))).toEqual(['access-3'])
    expect(rowsOf(file({ account: { value: 'a' }, hours: { rows: [] } }, 'access-3'))).toEqual(['access-3'])
  })

  it('is none without an account or without a row of it', () => {
    expect(rowsOf(file({}, 'access-1'))).toBeNull()
    expect(rowsOf(file({ account: { value: 'c' } }, 'access-1'))).toBeNull()
    expect(rowsOf(file({ account: { isUnknowable: true }, hours: { rows: ['access-1'] } }))).toBeNull()
  })
})

describe('on the page of the lab', () => {
  const worlds = seeds.slice(0, 10).map((seed) => theQuietAccount.generate(seed))

  it('it names nobody whom the learner has not named', () => {
    for (const { evidence: made } of worlds) {
      const told = JSON.stringify(effectOf(made, { threshold: 50, window: 8, hours: 24 }, null))
      const accounts = made.tables.find(({ id }) => id === 'accounts')?.rows.map(({ cells }) => String(cells[0])) ?? []
      expect(accounts.filter((account) => told.includes(account))).toEqual([])
    }
  })

  it('it is the same as on the server, from the cells alone', () => {
    for (const { evidence: made } of worlds) {
      const shown = evidenceOf(
        made.tables.map(({ id, rows }) => ({ id, title: '', about: '', columns: [], rows: rows.map(({ cells }) => cells) })),
      )
      expect(effectOf(shown, rule, null)).toEqual(effectOf(made, rule, null))
    }
  })

  it('it ranks rules as the score does, for whoever has found the right rows', () => {
    for (const { evidence: made, truth } of worlds) {
      const found = suspicionOf(made, { marks: [], tasks: rightResponses(theQuietAccount.tasks, truth).tasks }, tuned)
      const rules = worthOfRules(
        made,
        found?.account ?? '',
        found?.rows.map(({ cells: [day, hour] }) => `${day}T${String(hour).padStart(2, '0')}:00`) ?? [],
      )
      const best = rules.find(({ worth }) => worth === 1)
      const against = best && effectOf(made, best.rule, found).against
      expect(truth.steps.find(({ id }) => id === 'a-rule')?.values).toMatchObject({
        night: against?.night,
        falseAlarms: against?.falseAlarms,
      })
    }
  })
})
