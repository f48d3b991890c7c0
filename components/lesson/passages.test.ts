import { expect, it } from 'vitest'
import type { Block } from '#domain/catalogue/types'
import { passagesOf } from './passages.ts'

const record = (id: string): Block => ({ kind: 'record', html: `<p>${id}</p>`, facts: [id] })
const prose = (words: string): Block => ({ kind: 'prose', html: `<p>${words}</p>` })
const figure: Block = { kind: 'figure', id: 'line', captionHtml: '', facts: [] }

it('keeps what follows a record with it, up to the next record or figure', () => {
  const passages = passagesOf([
    { id: 'p1', title: 'One', blocks: [prose('a'), record('r1'), prose('b'), record('r2'), figure, prose('c')] },
    { id: 'p2', title: 'Two', blocks: [record('r3')] },
  ])
  const names = passages.map(({ record: first, pieces }) => [
    first?.facts[0] ?? null,
    ...pieces.map((piece) => ('id' in piece ? piece.id : piece.html)),
  ])
  expect(names).toEqual([[null, 'p1', '<p>a</p>'], ['r1', '<p>b</p>'], ['r2'], [null, 'line'], [null, '<p>c</p>', 'p2'], ['r3']])
})
