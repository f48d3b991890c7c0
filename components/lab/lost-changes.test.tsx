import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Language } from '#domain/catalogue/types'
import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { labWordsIn } from './lab-words.tsx'
import { LostChanges } from './lost-changes.tsx'
import { WordsContext } from './use-words.ts'

const view = {
  tables: [{ id: 'doors', title: 'Doors', about: '', columns: [{ id: 'name', kind: 'text', title: 'Name' }], rows: [['D-1']] }],
  tasks: [{ id: 'which', short: 'The nights' }],
  values: {},
} as unknown as LabView
const response: Change = { do: 'respond', task: 'which', given: { rows: ['doors-1'] }, certainty: null }

function told(lost: Change[], language: Language = 'en'): (string | undefined)[] {
  const page = renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <LostChanges lost={lost} view={view} forget={() => undefined} />
    </WordsContext>,
  )
  return [...page.matchAll(/<p>([^<]*)/gu)].map(([, sentence]) => sentence)
}

describe('what was not kept', () => {
  it('is told in a sentence for each, and once where it was tried again', () => {
    expect(
      told([response, { do: 'mark', row: 'doors-1', reason: '' }, { do: 'look', view: { table: 'doors', where: [] } }, response]),
    ).toEqual([
      'Your last change to the response “The nights” was not kept.',
      'What you last did with D-1 in the case file was not kept.',
      'How you last looked at Doors was not kept.',
      'The server did not accept it. Everything else is saved as usual. ',
    ])
  })

  it('tells of the notes as well', () => {
    expect(told([{ do: 'note', text: 'both' }])[0]).toBe('Your last change to the notes was not kept.')
    expect(told([{ do: 'note', text: 'both' }], 'ja')[0]).toBe('メモへの最後の変更は保存されませんでした。')
  })

  it('is told in Japanese', () => {
    expect(told([response], 'ja')[0]).toBe('課題「The nights」の回答への最後の変更は保存されませんでした。')
  })
})
