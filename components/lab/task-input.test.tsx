import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import { labWordsIn } from './lab-words.tsx'
import { TaskInput } from './task-input.tsx'
import { WordsContext } from './use-words.ts'

const task: TaskView = {
  ...{ id: 'still-readable', prompt: 'Which day?', short: 'Say', isUnknowableOffered: true },
  ...{ kind: 'number', unit: { one: 'day', other: 'days' } },
}

function fieldOf(given: number | null): string {
  const view = { tables: [], values: {} } as unknown as LabView
  const none = () => undefined
  return renderToStaticMarkup(
    <WordsContext value={labWordsIn('en')}>
      <TaskInput
        {...{ view, task, isPicking: false }}
        file={view.file}
        given={given === null ? null : { number: given }}
        choose={none}
        clear={none}
        pick={none}
      />
    </WordsContext>,
  )
}

describe('a number', () => {
  it.each([
    [null, 'days'],
    [1, 'day'],
    [78, 'days'],
  ])('%s stands before the form of its unit that fits: %s', (given, unit) => {
    expect(fieldOf(given)).toMatch(new RegExp(`name="number" value="${given ?? ''}"/>${unit}</label>`))
  })
})

describe('rows', () => {
  const inputOf = (isAside: boolean) => {
    const view = {
      tables: [{ id: 'readings', title: 'Readings', about: '', columns: [], rows: [[], []] }],
      values: {},
    } as unknown as LabView
    const rows: TaskView = { kind: 'rows', table: 'readings', isAside, id: 'which', prompt: '', short: '', isUnknowableOffered: false }
    const file = { marks: [{ row: 'readings-1', reason: '' }] } as unknown as LabView['file']
    const none = () => undefined
    return renderToStaticMarkup(
      <WordsContext value={labWordsIn('en')}>
        <TaskInput {...{ view, task: rows, file, isPicking: false }} given={null} choose={none} clear={none} pick={none} />
      </WordsContext>,
    )
  }

  it('are offered from the case file where they are what it is for, and nowhere else', () => {
    expect(inputOf(false)).toContain('Take the 1 in the case file')
    expect(inputOf(true)).not.toContain('in the case file')
  })
})
