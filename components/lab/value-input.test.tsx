import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import { longestList } from '#domain/labs/workbench'
import { labWordsIn } from './lab-words.tsx'
import { WordsContext } from './use-words.ts'
import { optionTyped, ValueInput } from './value-input.tsx'

const tables: LabView['tables'] = [
  {
    ...{ id: 'inbox', title: 'Inbox', about: '' },
    columns: [
      { id: 'reply', kind: 'text' as const, title: 'A reply goes to' },
      { id: 'day', kind: 'number' as const, title: 'Day' },
    ],
    rows: [
      ['b@post.example', 100],
      ['a@post.example', 20],
      [null, 3],
      ['b@post.example', 20],
    ],
  },
]

function shown(task: Pick<Extract<TaskView, { kind: 'value' }>, 'from' | 'options'>, chosen = ''): string {
  const view = { tables, values: {} } as unknown as LabView
  const asked = { id: 'collector', prompt: 'Which?', short: 'Find', isUnknowableOffered: false, kind: 'value' as const, ...task }
  const none = () => undefined
  return renderToStaticMarkup(
    <WordsContext value={labWordsIn('en')}>
      <ValueInput
        {...{ view, task: asked }}
        file={view.file}
        given={{ value: chosen }}
        choose={none}
        clear={none}
        isPicking={false}
        pick={none}
      />
    </WordsContext>,
  )
}

const options = (...asked: Parameters<typeof shown>): string[] =>
  [...shown(...asked).matchAll(/<option([^>]*)>([^<]*)/gu)].map(([, attributes = '', text = '']) =>
    attributes.includes('selected') ? `[${text}]` : text,
  )
const from = { table: 'inbox', column: 'reply' }

describe('one value of a column', () => {
  it('is one that stands there, each once', () => {
    expect(options({ from, options: [] })).toEqual(['[Choose]', 'a@post.example', 'b@post.example'])
  })

  it('stands in the order of its size where it is a number', () => {
    expect(options({ from: { table: 'inbox', column: 'day' }, options: [] }, '20')).toEqual(['Choose', '3', '[20]', '100'])
  })

  it('can be none of them where that is offered, after all others', () => {
    const none = { id: 'none-shared', text: 'There is none' }
    expect(options({ from, options: [none] }, 'none-shared')).toEqual(['Choose', 'a@post.example', 'b@post.example', '[There is none]'])
  })
})

describe('a value that is typed', () => {
  const machines = ['PC-1', 'PC-10', 'pc-1', 'Main Door'].map((text) => ({ text }))
  it.each([
    ['PC-10', 'PC-10'],
    [' pc-10 ', 'PC-10'],
    ['pc-1', 'pc-1'],
    ['Pc-1', 'PC-1'],
    ['ＰＣ－１０', 'PC-10'],
    ['main door ', 'Main Door'],
    ['PC', undefined],
    ['', undefined],
  ])('%s is %s', (typed, meant) => {
    expect(optionTyped(machines, typed)?.text).toBe(meant)
  })

  it('is corrected by no phone', () => {
    const many = Array.from({ length: longestList + 1 }, (_, at) => ({ id: `m-${at}`, text: `PC-${at}` }))
    expect(shown({ from: null, options: many })).toMatch(/<input [^>]*autoCapitalize="off" spellCheck="false"/u)
  })
})
