import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LabView } from '#domain/labs/lab-view'
import { Give } from './give.tsx'
import { labWordsIn } from './lab-words.tsx'
import { WordsContext } from './use-words.ts'

const tasks = ['who', 'when', 'where'].map((id) => ({ id }))
const certain = { given: { number: 1 }, certainty: 'certain' }

function shown(language: 'en' | 'ja', ...given: string[]): string {
  const file = {
    marks: [],
    tasks: Object.fromEntries(given.map((id) => [id, certain])),
    views: {},
    table: '',
  } as unknown as LabView['file']
  return renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <Give view={{ tasks } as unknown as LabView} file={file} hidden={null} address="/submission" settled={async () => 1} />
    </WordsContext>,
  )
}

describe('handing in', () => {
  it('names how many tasks have no response, in a dialog with a name and a description', () => {
    const page = shown('en', 'who')
    expect(page).toContain('aria-labelledby="missing-title" aria-describedby="missing-text"')
    expect(page).toContain('Tasks without a response: 2 of 3.')
    expect(shown('ja', 'who')).toContain('3問中2問')
  })

  it('ends without script by its first button, which is none of the dialog', () => {
    expect(shown('en', 'who')).toMatch(/<button type="submit" class="btn">Hand in everything<\/button><dialog/)
  })

  it('asks nothing where every task has one', () => {
    expect(shown('en', 'who', 'when', 'where')).not.toContain('<dialog')
  })
})
