import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { labWordsIn } from './lab-words.tsx'
import { LinkGraph } from './link-graph.tsx'
import { WordsContext } from './use-words.ts'

const links = [
  { value: '<i>B-1</i>', marks: [0, 2] },
  { value: 'B-2', marks: [0, 2, 27] },
]
const shown = (language: 'en' | 'ja', count = 28) =>
  renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <LinkGraph links={links} count={count} />
    </WordsContext>,
  )
const texts = (page: string, tag: string) => [...page.matchAll(new RegExp(`<${tag}\\b[^>]*>([^<]*)</${tag}>`, 'g'))].map(([, text]) => text)

describe('what links the rows of a case file', () => {
  it('is drawn with the letters of the rows that are linked, and a line for each two', () => {
    expect(texts(shown('en'), 'text')).toEqual(['A', 'C', 'AB'])
    expect(shown('en').match(/<line/g)).toHaveLength(3)
    expect(shown('en')).toMatch(/stroke-width="2"/)
  })

  it('is told in words as well, with the rows that nothing links', () => {
    expect(texts(shown('en', 5), 'li')).toEqual(['&lt;i&gt;B-1&lt;/i&gt;: A, C', 'B-2: A, C, AB', 'Linked to none of the others: B, D, E'])
    expect(texts(shown('ja', 4), 'li').at(-1)).toBe('ほかの行とつながりのない行：B, D')
  })
})
