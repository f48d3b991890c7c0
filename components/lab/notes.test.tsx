import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { labWordsIn } from './lab-words.tsx'
import { Notes } from './notes.tsx'
import { WordsContext } from './use-words.ts'

const shown = (isReadable: boolean, language: 'en' | 'ja') =>
  renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <Notes note="Nights only." isReadable={isReadable} form="bench" save={() => undefined} />
    </WordsContext>,
  )

it.each([
  ['en', 'Reviewers of your branch may read them', 'nobody else reads them'],
  ['ja', 'レビュー担当者が読むことがあります', 'ほかの人が読むことはありません'],
] as const)('notes say who may read them, in %s', (language, reviewers, nobody) => {
  expect([reviewers, nobody].map((words) => shown(true, language).includes(words))).toEqual([true, false])
  expect([reviewers, nobody].map((words) => shown(false, language).includes(words))).toEqual([false, true])
})
