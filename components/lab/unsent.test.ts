import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { forgetUnsent, resumed, type Shelf, type Unsent, unsentStore } from './unsent.ts'

const mark = (row: string, reason = ''): Change => ({ do: 'mark', row, reason })
const look: Change = { do: 'look', view: { table: 'doors', where: [] } }
const unsent = (...changes: Change[]): Unsent => ({ sequence: 3, underWay: 0, changes })
const day = 24 * 3_600_000

/** A shelf of so many characters. */
function made(room = 10_000) {
  const held = new Map<string, string>()
  const shelf: Shelf = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
    removeItem: (key) => void held.delete(key),
    key: (index) => [...held.keys()][index] ?? null,
    get length() {
      return held.size
    },
  }
  let now = 0
  return {
    held,
    shelf,
    pass: (time: number) => (now += time),
    store: (who = 'hana', page?: string) => unsentStore(shelf, who, 'attempt', () => now, page),
  }
}

describe('what the browser keeps of an attempt', () => {
  it('is read as it was kept, and gone once all of it is acknowledged', () => {
    const { held, store } = made()
    const changes = [mark('doors-1', 'late'), look, { do: 'note', text: 'both nights' } as const]
    expect(store().keep(unsent(...changes))).toBe(true)
    const next = store()
    expect(next.read()).toMatchObject([unsent(...changes)])
    expect(next.keep(unsent())).toBe(true)
    expect(held.size).toBe(0)
    expect(store().read()).toEqual([])
  })

  it('stays what it was where there is no room for more, and says that more is not safe', () => {
    const { store } = made(150)
    const page = store()
    expect(page.keep(unsent(mark('doors-1')))).toBe(true)
    expect(page.keep(unsent(mark('doors-1'), mark('doors-2', 'x'.repeat(200))))).toBe(false)
    const next = store()
    expect(next.read()).toMatchObject([unsent(mark('doors-1'))])
    // What was read stays, too, where it does not fit again.
    expect(next.keep(unsent(mark('doors-1'), mark('doors-3', 'x'.repeat(200))))).toBe(false)
    expect(store().read()).toMatchObject([unsent(mark('doors-1'))])
  })

  it('is nothing where the browser keeps nothing, and only something unsent is not safe then', () => {
    const store = unsentStore(null, 'hana', 'attempt')
    expect(store.keep(unsent(mark('doors-1')))).toBe(false)
    expect(store.keep(unsent())).toBe(true)
    expect(store.read()).toEqual([])
  })

  it.each([
    ['no JSON', '{"sequence":3,'],
    ['of another kind', '[1,2]'],
    ['without a number', '{"at":0,"underWay":0,"changes":[]}'],
    ['with a change that is none', '{"at":0,"sequence":3,"underWay":0,"changes":[{"do":"look"}]}'],
    ['with a change that nobody knows', '{"at":0,"sequence":3,"underWay":0,"changes":[{"do":"burn","row":"doors-1"}]}'],
  ])('is removed when it is %s', (_, text) => {
    const { held, store } = made()
    held.set('casebook.unsent.hana.attempt', text)
    expect(store().read()).toEqual([])
    expect(held.size).toBe(0)
  })

  it('is forgotten after a month', () => {
    const { pass, store } = made()
    store().keep(unsent(mark('doors-1')))
    pass(29 * day)
    expect(store().read()).toHaveLength(1)
    pass(2 * day)
    expect(store().read()).toEqual([])
  })

  it('of one page is not replaced by another beside it, and is read by the next one with all that is left', () => {
    const { held, pass, store } = made()
    const [one, two] = [store('hana', 'one'), store('hana', 'two')]
    two.keep(unsent(mark('doors-2')))
    pass(day)
    one.keep(unsent(mark('doors-1')))
    one.keep(unsent())
    expect(store().read()).toMatchObject([unsent(mark('doors-2'))])
    one.keep(unsent(mark('doors-3')))
    const next = store('hana', 'next')
    expect(next.read()).toMatchObject([unsent(mark('doors-2')), unsent(mark('doors-3'))])
    // One of them goes on meanwhile.
    one.keep(unsent(mark('doors-3'), mark('doors-4')))
    next.keep(unsent(mark('doors-2')))
    expect([...held.keys()].map((key) => key.split('.').at(-1))).toEqual(['one', 'next'])
  })

  it('is read by nobody else, goes when somebody else comes, and when all leave; what is not its own stays', () => {
    const { held, shelf, store } = made()
    store('hana').keep(unsent(mark('doors-1')))
    store('lena').keep(unsent(mark('doors-2')))
    held.set('casebook.lab-tour', 'seen')
    expect(store('lena').read()).toMatchObject([unsent(mark('doors-2'))])
    expect(forgetUnsent(shelf, 'lena')).toBe(1)
    expect(store('hana').read()).toEqual([])
    expect(store('lena').read()).toHaveLength(1)
    expect(forgetUnsent(shelf, null)).toBe(1)
    expect(forgetUnsent(null, null)).toBe(0)
    expect([...held.keys()]).toEqual(['casebook.lab-tour'])
  })
})

describe('what was left unsent', () => {
  const file: LabView['file'] = { marks: [{ row: 'doors-1', reason: 'late' }], tasks: {}, views: {}, table: 'doors' }
  const saved = (sequence: number) => ({ file, sequence })

  it('is sent, in its order, where nothing else was saved since', () => {
    const changes = [mark('doors-2'), look]
    expect(resumed([unsent(...changes)], saved(3))).toEqual({ send: changes, ask: [] })
    expect(resumed([], saved(3))).toEqual({ send: [], ask: [] })
  })

  it('is sent without what was under way and arrived, though nobody answered', () => {
    const left = { ...unsent(mark('doors-1', 'late'), mark('doors-2')), underWay: 1 }
    expect(resumed([left], saved(4))).toEqual({ send: [mark('doors-2')], ask: [] })
  })

  it('is asked about where the case file was changed elsewhere: what is not in it yet, without mere views', () => {
    const changes = [mark('doors-1', 'late'), look, mark('doors-2')]
    expect(resumed([unsent(...changes)], saved(5))).toEqual({ send: [], ask: [mark('doors-2')] })
    expect(resumed([{ ...unsent(...changes), underWay: 3 }], saved(4))).toEqual({ send: [], ask: [mark('doors-2')] })
  })

  it('is nothing where the case file came to the same by another way', () => {
    const there = [mark('doors-2'), { do: 'unmark', row: 'doors-2' } as const]
    expect(resumed([unsent(mark('doors-1', 'late'), ...there)], saved(5))).toEqual({ send: [], ask: [] })
  })

  it('by several pages is asked about, whatever each of them followed; of mere views that of the longest kept is taken', () => {
    const left = [unsent(look), unsent(mark('doors-2')), { ...unsent(mark('doors-3')), sequence: 1 }]
    expect(resumed(left, saved(3))).toEqual({ send: [], ask: [mark('doors-2'), mark('doors-3')] })
    expect(resumed(left.slice(0, 2), saved(3))).toEqual({ send: [mark('doors-2')], ask: [] })
    expect(resumed(left.slice(0, 1), saved(3))).toEqual({ send: [look], ask: [] })
  })
})
