import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Language } from '#domain/catalogue/types'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import { labWordsIn } from './lab-words.tsx'
import { TaskInput } from './task-input.tsx'
import { WordsContext } from './use-words.ts'

const tables = [{ id: 'controls', title: 'Controls', about: '', columns: [{ id: 'cost', kind: 'number', title: 'Cost' }], rows: [[7]] }]
const asked = { id: 'asked', prompt: 'Which?', short: 'Which', table: 'controls', budget: { column: 'cost', most: 100 } }

function shown(kind: 'rows' | 'plan' | 'number', language: Language = 'en'): string {
  const view = { tables, values: {}, file: { marks: [] } } as unknown as LabView
  const task = { ...asked, kind, unit: { one: 'day', other: 'days' } } as unknown as TaskView
  const none = () => undefined
  return renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <TaskInput {...{ view, task }} file={view.file} given={null} choose={none} clear={none} isPicking={false} pick={none} />
    </WordsContext>,
  )
}
const unscripted = (page: string) => /<noscript>(.*?)<\/noscript>/u.exec(page)?.[1]

describe('a task that asks for rows', () => {
  it.each(['rows', 'plan'] as const)('of %s says, where there is no script, that it needs it', (kind) => {
    expect(unscripted(shown(kind))).toContain('Rows can be picked only where JavaScript runs.')
    expect(unscripted(shown(kind, 'ja'))).toContain('行を選ぶにはJavaScriptが必要です')
  })

  it('is alone in that', () => {
    expect(shown('number')).not.toContain('<noscript>')
  })
})
