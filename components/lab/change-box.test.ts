import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/labs/case-file'
import { type BoxState, createChangeBox, type Reply } from './change-box.ts'

const mark = (row: string): Change => ({ do: 'mark', row, reason: '' })
const look = (table: string): Change => ({ do: 'look', view: { table, where: [] } })

function made(replies: Reply[]) {
  const sent: [string[], number][] = []
  const told: BoxState[] = []
  const box = createChangeBox({
    sequence: 3,
    post: async (changes, sequence) => {
      sent.push([changes.map((change) => JSON.stringify(change)), sequence])
      return replies.shift() ?? { kind: 'kept', sequence: sequence + 1 }
    },
    untilBack: async () => {},
    tell: (state) => void told.push(state),
  })
  return { box, sent, told }
}

describe('the box of changes', () => {
  it('sends in order, what came meanwhile together, each write with the newest number', async () => {
    const { box, sent } = made([])
    for (const row of ['a-1', 'a-2', 'a-3']) box.put(mark(row))
    expect(await box.settled()).toBe(5)
    expect(sent.map(([changes, sequence]) => [changes.length, sequence])).toEqual([
      [1, 3],
      [2, 4],
    ])
  })

  it('sends the same again until it is answered', async () => {
    const { box, sent, told } = made([{ kind: 'unsent', message: null }])
    box.put(mark('a-1'))
    expect(await box.settled()).toBe(4)
    expect(sent[0]).toEqual(sent[1])
    expect(told.map(({ kind }) => kind)).toEqual(['sending', 'unsent', 'saved'])
  })

  it('sends nothing more after a refusal', async () => {
    const { box, sent, told } = made([{ kind: 'refused', message: 'changed elsewhere' }])
    box.put(mark('a-1'))
    box.put(mark('a-2'))
    expect(await box.settled()).toBeNull()
    expect(sent).toHaveLength(1)
    expect(told.at(-1)).toEqual({ kind: 'refused', message: 'changed elsewhere' })
  })

  it('leaves out views that nobody stayed at', async () => {
    const { box, sent } = made([])
    for (const change of [mark('a-1'), look('a'), look('b'), look('c')]) box.put(change)
    await box.settled()
    expect(sent[1]?.[0]).toEqual([JSON.stringify(look('c'))])
  })
})
