import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { labWordsIn } from './lab-words.tsx'
import { LeftChanges } from './left-changes.tsx'
import { WordsContext } from './use-words.ts'

const view = {
  tables: [{ id: 'doors', title: 'Doors', about: '', columns: [{ id: 'name', kind: 'text', title: 'Name' }], rows: [['<D-1>']] }],
  tasks: [{ id: 'which', short: 'The nights' }],
  values: {},
} as unknown as LabView
const left: Change[] = [
  { do: 'mark', row: 'doors-1', reason: '' },
  { do: 'mark', row: 'doors-1', reason: 'late' },
  { do: 'respond', task: 'which', given: { rows: [] }, certainty: null },
  { do: 'note', text: 'one' },
]
const shown = (language: 'en' | 'ja') =>
  renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <LeftChanges left={left} view={view} decide={() => undefined} />
    </WordsContext>,
  )
const items = (page: string) => [...page.matchAll(/<li>([^<]*)/gu)].map(([, item]) => item)

describe('what was left unsent while the case file was changed elsewhere', () => {
  it('is listed once for each thing, before it is decided', () => {
    expect(items(shown('en'))).toEqual(['&lt;D-1&gt; in the case file', 'Response “The nights”', 'Your notes'])
    expect(items(shown('ja'))).toEqual(['事件簿の「&lt;D-1&gt;」', '課題「The nights」の回答', 'メモ'])
  })

  it('is a dialog with a name and a description', () => {
    expect(shown('en')).toContain('aria-labelledby="left-title" aria-describedby="left-text"')
  })
})
