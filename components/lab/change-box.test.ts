import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/labs/case-file'
import { type BoxState, createChangeBox, type Reply, replyOf } from './change-box.ts'
import type { Unsent } from './unsent.ts'

const mark = (row: string): Change => ({ do: 'mark', row, reason: '' })
const respond = (row: string): Change => ({ do: 'respond', task: 'which', given: { rows: [row] }, certainty: null })
const note = (text: string): Change => ({ do: 'note', text })
const look = (table: string): Change => ({ do: 'look', view: { table, where: [] } })

/** @param replies in their order; then what a server answers that finds everything fit but the rows of `elsewhere`. */
function made(replies: Reply[]) {
  const sent: [string[], number][] = []
  const told: BoxState[] = []
  const drops: [Change, readonly Change[]][] = []
  const kept: Unsent[] = []
  const box = createChangeBox({
    sequence: 3,
    post: async (changes, sequence) => {
      sent.push([changes.map((change) => JSON.stringify(change)), sequence])
      const isUnfit = JSON.stringify(changes).includes('elsewhere')
      return replies.shift() ?? (isUnfit ? { kind: 'unfit' } : { kind: 'kept', sequence: sequence + 1 })
    },
    untilBack: async () => {},
    tell: (state) => void told.push(state),
    keep: (unsent) => void kept.push(unsent),
    drop: (...dropped) => void drops.push(dropped),
  })
  return { box, sent, told, drops, kept }
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

  it('leaves out views that nobody stayed at, and notes that were written further', async () => {
    const { box, sent } = made([])
    for (const change of [mark('a-1'), look('a'), look('b'), look('c'), note('o'), note('odd')]) box.put(change)
    await box.settled()
    expect(sent[1]?.[0]).toEqual([JSON.stringify(look('c')), JSON.stringify(note('odd'))])
  })
})

describe('what is not acknowledged', () => {
  const written = (kept: readonly Unsent[]) =>
    kept.map(({ sequence, underWay, changes }) => [
      sequence,
      underWay,
      changes.map((change) => ('row' in change ? change.row : change.do)).join(' '),
    ])

  it('is kept from when it is done until it is answered, with what is under way first', async () => {
    const { box, kept } = made([])
    for (const row of ['a-1', 'a-2']) box.put(mark(row))
    await box.settled()
    expect(written(kept)).toEqual([
      [3, 1, 'a-1'],
      [3, 1, 'a-1 a-2'],
      [4, 0, 'a-2'],
      [4, 1, 'a-2'],
      [5, 0, ''],
    ])
  })

  it('stays kept after a refusal, with whatever is done after it; nobody waits for it any more', async () => {
    const { box, kept } = made([{ kind: 'refused', message: 'changed elsewhere' }])
    box.put(mark('a-1'))
    expect(await box.settled()).toBeNull()
    box.put(mark('a-2'))
    expect(written(kept).at(-1)).toEqual([3, 1, 'a-1 a-2'])
    expect(await box.settled()).toBeNull()
  })

  it('no longer holds what was dropped', async () => {
    const { box, kept } = made([])
    box.put(mark('elsewhere-1'))
    await box.settled()
    expect(written(kept).at(-1)).toEqual([3, 0, ''])
  })
})

describe('a change that does not fit', () => {
  it('is dropped, and what follows is sent with the same number', async () => {
    const { box, sent, told, drops } = made([])
    const changes = [respond('elsewhere-1'), mark('a-1')]
    for (const change of changes) box.put(change)
    await box.settled()
    expect(drops).toEqual([[changes[0], [changes[1]]]])
    expect(sent.map(([, sequence]) => sequence)).toEqual([3, 3])
    expect(told.at(-1)).toEqual({ kind: 'saved' })
    box.put(mark('a-2'))
    expect(await box.settled()).toBe(5)
  })

  it('is the only one of a write that is dropped: each is sent alone, in order, and what comes after together again', async () => {
    const { box, sent, drops } = made([])
    const changes = [mark('a-1'), mark('a-2'), mark('elsewhere-1'), mark('a-3')]
    for (const change of changes) box.put(change)
    await box.settled()
    const [first, second, unfit, last] = changes
    expect(drops).toEqual([[unfit, [first, second, last]]])
    expect(sent.map(([one, sequence]) => [one.length, sequence])).toEqual([
      [1, 3],
      [3, 4],
      [1, 4],
      [1, 5],
      [1, 5],
    ])
    for (const row of ['a-4', 'a-5', 'a-6']) box.put(mark(row))
    await box.settled()
    expect(sent.slice(5).map(([one]) => one.length)).toEqual([1, 2])
  })

  it('holds back what would leave the page before it was read', async () => {
    const { box } = made([])
    box.put(mark('elsewhere-1'))
    expect(await box.settled()).toBeNull()
    expect(await box.settled()).toBe(3)
  })
})

describe('the answer of the server', () => {
  const answered = (status: number, reason: string) => replyOf(status, { message: 'No.', reason }).kind

  it('refuses for good where the lab is closed, changed elsewhere or not one’s own', () => {
    expect(answered(409, 'stale_case_file')).toBe('refused')
    expect(answered(409, 'lab_closed')).toBe('refused')
    expect(answered(403, 'invalid_input')).toBe('refused')
    expect(answered(404, 'invalid_input')).toBe('refused')
  })

  it('drops what is not in the evidence, and what is no change at all', () => {
    expect(answered(409, 'not_in_evidence')).toBe('unfit')
    expect(answered(400, 'invalid_input')).toBe('unfit')
  })

  it.each([401, 408, 429, 500, 503])('%i decides nothing', (status) => {
    expect(answered(status, 'invalid_input')).toBe('unsent')
  })
})
