import { describe, expect, it } from 'vitest'
import type { TableView } from '#domain/labs/lab-view'
import { looksOf } from './evidence-row.tsx'

const table = (...rows: TableView['rows']): TableView => ({
  ...{ id: 'inbox', title: 'Inbox', about: '', rows },
  columns: [
    { id: 'mark', kind: 'text', title: 'Mark' },
    { id: 'address', kind: 'text', title: 'Sent from' },
    { id: 'files', kind: 'number', title: 'Files' },
    { id: 'day', kind: 'day', title: 'Day' },
  ],
})

describe('how columns of evidence look', () => {
  it('sets marks letter by letter, and numbers by their last digit', () => {
    const looks = looksOf(table(['K-2354', 'a@b.example', 7, '2026-03-02'], ['K-2355', null, 12, null]))
    expect(looks).toEqual(['mono', undefined, 'number', undefined])
  })

  it('sets no cell of a column apart from the others', () => {
    const looks = looksOf(table(['K-2354', 'park21@post.example', 7, null], ['backup', 'a@b.example', 12, null]))
    expect(looks.slice(0, 2)).toEqual([undefined, undefined])
  })

  it('breaks lines where words stand, and nowhere else', () => {
    expect(looksOf(table(['Noa Berg', 'a@b.example', 7, null], ['backup', 'c@b.example', 12, null])).slice(0, 2)).toEqual([
      'words',
      undefined,
    ])
  })

  it('sets nothing apart where nothing stands', () => {
    expect(looksOf(table([null, null, null, null]))).toEqual([undefined, undefined, 'number', undefined])
  })
})
