import { describe, expect, it } from 'vitest'
import { minutesBetween } from '#domain/labs/calendar'
import type { Cell, Evidence, LabResponses, Row, Table, Truth } from '#domain/labs/types'
import { cellOf, countBy } from '#domain/labs/view'
import { chanceOfNames, proveLab, seeds } from '#testing/labs/proofs'
import type { Strategy } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import { oneAccountTwoPlaces as lab } from './index.ts'
import { solve } from './solver.ts'

const tableOf = ({ tables }: Evidence, id: string) => tables.find((table) => table.id === id) as Table

interface Look {
  signins: Table
  text: (row: Row, column: string) => string
  /** Of the account that signs in. */
  owner: (row: Row, column: string) => Cell
  /** How often a value of a column occurs. */
  often: (column: string) => Map<Cell, number>
}

function lookAt(evidence: Evidence): Look {
  const [signins, accounts] = [tableOf(evidence, 'signins'), tableOf(evidence, 'accounts')]
  const owners = new Map(accounts.rows.map((row) => [cellOf(accounts, row, 'account'), row]))
  return {
    signins,
    text: (row, column) => String(cellOf(signins, row, column)),
    owner: (row, column) => cellOf(accounts, owners.get(cellOf(signins, row, 'account')) as Row, column),
    often: (column) => new Map(countBy(signins, signins.rows, column).map(({ value, count }) => [value, count])),
  }
}

/** Somebody who knows from an earlier attempt what to do first, marks sign-ins by one rule, takes their accounts, and guesses the rest. */
const returning =
  (pick: (look: Look) => Row[], isUnread = false): Strategy =>
  (evidence, _, random): LabResponses => {
    const look = lookAt(evidence)
    const picked = pick(look)
    const codes = new Set(picked.map((row) => look.text(row, 'account')))
    const [accounts, files] = [tableOf(evidence, 'accounts'), tableOf(evidence, 'files')]
    const [top] = countBy(files, files.rows, 'folder')
    const given = {
      accounts: { rows: accounts.rows.filter(({ cells }) => codes.has(String(cells[0]))).map(({ id }) => id) },
      since: { time: String((picked[0] ?? look.signins.rows[0])?.cells[0]) },
      folder: isUnread ? ({ isUnknowable: true } as const) : { value: String(top?.value) },
      count: isUnread ? ({ isUnknowable: true } as const) : { number: random.int(5, 40) },
      now: { choice: 'end-sessions' },
    }
    return {
      marks: picked.map(({ id }) => ({ row: id, reason: '' })),
      tasks: Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { given: one, certainty: 'certain' as const }])),
      hints: 0,
    }
  }
const where = (test: (row: Row, look: Look) => boolean, isUnread = false) =>
  returning((look) => look.signins.rows.filter((row) => test(row, look)), isUnread)

const isElsewhere = (row: Row, look: Look) => look.text(row, 'town') !== look.owner(row, 'town')
const isNotAsked = (row: Row, { text }: Look) => text(row, 'second') === 'not_asked'
const isPerson = (row: Row, { owner }: Look) => owner(row, 'kind') === 'person'
const rareDevices = (look: Look) => {
  const often = look.often('device')
  return look.signins.rows.filter((row) => (often.get(look.text(row, 'device')) ?? 0) <= 3)
}
/** Within two hours of a sign-in of the same account in another town. */
const twoPlaces = (look: Look) => {
  const byAccount = Map.groupBy(look.signins.rows, (row) => look.text(row, 'account'))
  return look.signins.rows.filter((row) =>
    byAccount
      .get(look.text(row, 'account'))
      ?.some(
        (other) =>
          look.text(other, 'town') !== look.text(row, 'town') &&
          Math.abs(minutesBetween(look.text(other, 'time'), look.text(row, 'time'))) <= 120,
      ),
  )
}
/** With a device that the account never uses in its own town. */
const neverAtHome = (look: Look) => {
  const atHome = new Set(look.signins.rows.filter((row) => !isElsewhere(row, look)).map((row) => look.text(row, 'device')))
  return look.signins.rows.filter((row) => isPerson(row, look) && !atHome.has(look.text(row, 'device')))
}
const withRules =
  (kinds: readonly string[]): Strategy =>
  (evidence, tasks, random) => {
    const rules = tableOf(evidence, 'rules')
    const rows = rules.rows.filter((row) => kinds.includes(String(cellOf(rules, row, 'does'))))
    const sessions = new Set(rows.map((row) => cellOf(rules, row, 'session')))
    const given = where((row, { text }) => sessions.has(text(row, 'session')))(evidence, tasks, random)
    return { ...given, marks: [...given.marks, ...rows.map(({ id }) => ({ row: id, reason: '' }))] }
  }

const signals: Record<string, Strategy> = {
  'names only': where((row, { owner }) => 'ABCDEFGHIJK'.includes(String(owner(row, 'name')).split(' ')[1]?.[0] ?? '?')),
  'a person not at home': where((row, look) => isPerson(row, look) && isElsewhere(row, look)),
  'no second step': where(isNotAsked),
  'not at home, no second step': where((row, look) => isElsewhere(row, look) && isNotAsked(row, look)),
  'not at home, no second step, files unknown': where(
    (row, look) => isPerson(row, look) && isElsewhere(row, look) && isNotAsked(row, look),
    true,
  ),
  'late in the day': where((row, { text }) => text(row, 'time').slice(11) > '18:30'),
  'devices seen little': returning(rareDevices),
  'devices seen little, not at home': returning((look) => rareDevices(look).filter((row) => isPerson(row, look) && isElsewhere(row, look))),
  'devices seen little, not at home, files unknown': returning(
    (look) => rareDevices(look).filter((row) => isPerson(row, look) && isElsewhere(row, look)),
    true,
  ),
  'two places at once': returning(twoPlaces),
  'two places at once, not at home': returning((look) => twoPlaces(look).filter((row) => isPerson(row, look) && isElsewhere(row, look))),
  'two places at once, not at home, files unknown': returning(
    (look) => twoPlaces(look).filter((row) => isPerson(row, look) && isElsewhere(row, look)),
    true,
  ),
  'devices never at home': returning(neverAtHome),
  'devices never at home, no second step, files unknown': returning(
    (look) => neverAtHome(look).filter((row) => isNotAsked(row, look)),
    true,
  ),
  'lines that few accounts use': returning((look) => {
    const users = Map.groupBy(look.signins.rows, (row) => look.text(row, 'line'))
    const isFew = (rows: Row[] = []) => [2, 3, 4].includes(new Set(rows.map((row) => look.text(row, 'account'))).size)
    return look.signins.rows.filter((row) => isFew(users.get(look.text(row, 'line'))))
  }),
  'lines seen two or three times': returning((look) => {
    const often = look.often('line')
    return look.signins.rows.filter((row) => isElsewhere(row, look) && [2, 3].includes(often.get(look.text(row, 'line')) ?? 0))
  }),
  'rules that hide': withRules(['hide', 'delete']),
  'rules that send mail out': withRules(['forward_outside']),
}

proveLab({ lab, solve, signals, pinned: 'c667823dc0f4ad70aed2329a485edcebca2433f46ea21f8c49f445752e4b5f4d' })

describe('one account, two places', () => {
  const worlds = seeds.map((seed) => lab.generate(seed))
  const takenIn = ({ tasks }: Truth) => (tasks['accounts']?.kind === 'rows' ? tasks['accounts'].rows : [])

  it('has rows in the order of some thousands', () => {
    for (const { evidence } of worlds) {
      const counts = evidence.tables.map(({ id, rows }) => [id, rows.length] as const)
      const all = counts.reduce((sum, [, count]) => sum + count, 0)
      expect([counts, all > 2_000 && all < 5_000]).toEqual([counts, true])
      expect(tableOf(evidence, 'accounts').rows).toHaveLength(72)
    }
  })

  it('leaves open what was read where no record of files is kept, in a part of all worlds', () => {
    const unread = worlds.filter(({ truth }) => truth.tasks['folder']?.kind === 'value' && truth.tasks['folder'].value === null)
    expect(unread.length / worlds.length).toBeGreaterThan(0.15)
    expect(unread.length / worlds.length).toBeLessThan(0.55)
    for (const { evidence, truth } of unread) {
      const accounts = tableOf(evidence, 'accounts')
      const taken = accounts.rows.filter(({ id }) => takenIn(truth).includes(id))
      expect(taken.map((row) => cellOf(accounts, row, 'log'))).toEqual(taken.map(() => 'not_kept'))
      expect(truth.tasks['count']).toMatchObject({ value: null })
    }
  })

  it('gives every taken account a second sign-in and a rule, and shows the owner elsewhere at the same time', () => {
    for (const { evidence, truth } of worlds) {
      const accounts = takenIn(truth).length
      const [signins, rules] = ['signins', 'rules'].map((table) => truth.evidence.filter((id) => id.startsWith(table)).length)
      expect(accounts).toBeGreaterThanOrEqual(2)
      expect(signins).toBeGreaterThanOrEqual(2 * accounts)
      expect(rules).toBe(accounts)
      const atOnce = new Set(twoPlaces(lookAt(evidence)).map(({ id }) => id))
      for (const id of truth.evidence.filter((one) => one.startsWith('signins'))) expect(atOnce).toContain(id)
    }
  })

  it('puts every decoy in numbers that matter', () => {
    for (const { truth } of worlds) for (const { id, rows } of truth.decoys) expect([id, rows.length >= 8]).toEqual([id, true])
  })

  it('does not give the folder away by the number of downloads', () => {
    for (const { evidence, truth } of worlds) {
      const files = tableOf(evidence, 'files')
      const downloads = files.rows.filter((row) => cellOf(files, row, 'action') === 'downloaded')
      expect(truth.tasks['folder']).not.toMatchObject({ value: countBy(files, downloads, 'folder')[0]?.value })
    }
  })

  it('lets names tell nothing', () => {
    const named = worlds.flatMap(({ evidence, truth }) => {
      const found = new Set(takenIn(truth))
      const people = tableOf(evidence, 'accounts').rows.filter(({ cells }) => cells[1] !== null)
      return people.flatMap(({ id, cells }) =>
        String(cells[1])
          .split(' ')
          .map((name) => [name, found.has(id)] as const),
      )
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
  })

  it('has all its words in both languages, and none that is not used', () => {
    expect(faultsOfTexts(lab, worlds)).toEqual([])
  })
})
