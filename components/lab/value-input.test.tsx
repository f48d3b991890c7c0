import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import { labWordsIn } from './lab-words.tsx'
import { WordsContext } from './use-words.ts'
import { ValueInput } from './value-input.tsx'

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

function options(task: Pick<Extract<TaskView, { kind: 'value' }>, 'from' | 'options'>, chosen = ''): string[] {
  const view = { tables, values: {} } as unknown as LabView
  const asked = { id: 'collector', prompt: 'Which?', short: 'Find', isUnknowableOffered: false, kind: 'value' as const, ...task }
  const none = () => undefined
  const page = renderToStaticMarkup(
    <WordsContext value={labWordsIn('en')}>
      <ValueInput {...{ view, task: asked }} file={view.file} given={{ value: chosen }} choose={none} isPicking={false} pick={none} />
    </WordsContext>,
  )
  return [...page.matchAll(/<option([^>]*)>([^<]*)/gu)].map(([, attributes = '', text = '']) =>
    attributes.includes('selected') ? `[${text}]` : text,
  )
}
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
