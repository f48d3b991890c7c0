import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import type { RuleTuning, TaskResponse } from '#domain/labs/types'
import { inLanguage } from '../ui/words.tsx'
import { labWordsIn } from './lab-words.tsx'
import { RuleInput } from './rule-input.tsx'
import { WordsContext } from './use-words.ts'

const settings = [
  { id: 'threshold', title: 'Files, at least', values: [50, 100, 800] },
  { id: 'window', title: 'Within', values: [1, 8] },
  { id: 'hours', title: 'Hours', values: [24, 6] },
]
const tables: LabView['tables'] = [
  {
    ...{ id: 'access', title: 'File access', about: '', columns: [] },
    rows: [
      ['2024-06-03', 2, 'a', 'bids', 120],
      ['2024-06-04', 2, 'b', 'bids', 120],
      ['2024-06-09', 2, 'b', 'bids', 120],
    ],
  },
  { id: 'accounts', title: 'Accounts', about: '', columns: [], rows: [['a', 'person'] as const, ['b', 'person'] as const] },
]
const tuning: RuleTuning = { by: 'files-opened', account: 'account', rows: 'hours' }

function shown(given: TaskResponse | null, held: Record<string, TaskResponse> = {}, tuned: RuleTuning | null = tuning): string {
  const task: Extract<TaskView, { kind: 'rule' }> = {
    ...{ id: 'rule', prompt: 'Which?', short: 'Choose', isUnknowableOffered: false },
    ...{ kind: 'rule', settings, tuned },
  }
  const tasks = Object.fromEntries(Object.entries(held).map(([id, one]) => [id, { given: one, certainty: null }]))
  const view = { tables, file: { marks: [], tasks, views: {}, table: 'access' } } as unknown as LabView
  const none = () => undefined
  return inLanguage('en', () =>
    renderToStaticMarkup(
      <WordsContext value={labWordsIn('en')}>
        <RuleInput {...{ view, task, given }} file={view.file} choose={none} clear={none} isPicking={false} pick={none} />
      </WordsContext>,
    ),
  )
}
const selected = (page: string) => [...page.matchAll(/<option[^>]* selected=""[^>]*>([^<]*)/gu)].map(([, text]) => text)
const rule: TaskResponse = { rule: { threshold: 100, window: 1, hours: 6 } }

describe('the settings of a rule', () => {
  it('show nothing as chosen before it is, and have to be chosen', () => {
    const page = shown(null)
    expect(selected(page)).toEqual(['Choose', 'Choose', 'Choose'])
    expect(page.match(/<select[^>]* required=""/gu)).toHaveLength(3)
    expect(page).toContain('Choose every setting, and it stands here')
  })

  it('show the rule that is held', () => {
    expect(selected(shown(rule))).toEqual(['100', '1', '6'])
  })

  it('tell of no effect where nothing shows it', () => {
    expect(shown(rule, {}, null)).not.toContain('would have')
  })
})

describe('the effect of a rule', () => {
  it('is told in alerts a day, and says what is missing for more', () => {
    const page = shown(rule)
    expect(page).toContain('Alerts: 3 in all, 0.43 a day.')
    expect(page).toContain('Most on one day: 1, on 2024-06-03. One bar is one day. Accounts that would have raised one: 2.')
    expect(page).toContain('once you have named the account and marked its rows')
    expect(page.match(/<span style="--part:[01]"/gu)).toHaveLength(7)
  })

  it('is measured by the finding of the learner, and says so', () => {
    const page = shown(rule, { account: { value: 'a' }, hours: { rows: ['access-1'] } })
    expect(page).toContain('It would have spoken on night 1 of your 1.')
    expect(page).toContain('False alarms: 2, 2 a week.')
    expect(page).toContain('the rows of a that you gave or marked')
  })

  it('is told of a rule that never speaks', () => {
    const page = shown({ rule: { threshold: 800, window: 1, hours: 6 } }, { account: { value: 'b' }, hours: { rows: ['access-2'] } })
    expect(page).toContain('Alerts: 0 in all, 0 a day.')
    expect(page).toContain('It would have spoken on none of your 1 nights.')
    expect(page).not.toContain('Most on one day')
  })

  it('has a place to be announced in, empty until something changes', () => {
    expect(shown(rule)).toContain('<p class="sr" role="status"></p>')
  })
})
