import { describe, expect, it } from 'vitest'
import type { Activity } from '../catalogue/activity.ts'
import type { SortBlock, SpotBlock, WalkBlock } from '../catalogue/types.ts'
import { findActivity, goesThrough, isDone, keep, keptWhenDone, targetIn } from './activities.ts'
import { isLessonComplete, openDecisions } from './progress.ts'

const targets = [
  { id: '1', label: 'Known' },
  { id: '2', label: 'Heard' },
]
const things = [
  { id: 't1', html: 'A', target: '2', whyHtml: 'because' },
  { id: 't2', html: 'B', target: '1', whyHtml: 'because' },
]
const sort: SortBlock = { kind: 'sort', id: 'sort', promptHtml: '', targets, things }
const spot: SpotBlock = {
  kind: 'spot',
  id: 'spot',
  promptHtml: '',
  columns: ['Time', 'What'],
  targets,
  things: things.map(({ id, target, whyHtml }) => ({ id, cells: ['1:00', id], target, whyHtml })),
}
const walk: WalkBlock = {
  kind: 'walk',
  id: 'walk',
  promptHtml: '',
  steps: ['1', '2', '3'].map((id) => ({ id, time: `Day ${id}`, html: '', whyHtml: '' })),
}
const decision: Activity = {
  kind: 'decision',
  id: 'decision',
  promptHtml: '',
  choices: ['1', '2'].map((id) => ({ id, html: '', consequences: [] })),
}

describe('keep', () => {
  it('takes a placing for every thing of a sort, in any order, and the first go stands', () => {
    expect(keep(sort, [], ['t2-2', 't1-2'])).toEqual(['t1-2', 't2-2'])
    expect(keep(sort, ['t1-2', 't2-2'], ['t1-1', 't2-1'])).toEqual(['t1-2', 't2-2'])
  })

  it.each([
    ['a thing is missing', ['t1-1']],
    ['a thing stands twice', ['t1-1', 't1-2', 't2-1']],
    ['a place is unknown', ['t1-3', 't2-1']],
    ['a thing is unknown', ['t1-1', 't9-1']],
    ['nothing is given', []],
  ])('refuses a sort in which %s', (_, choices) => expect(keep(sort, [], choices)).toBeNull())

  it('takes the marked rows of a spot, also none, and places the others', () => {
    expect(keep(spot, [], ['t2'])).toEqual(['t1-2', 't2-1'])
    expect(keep(spot, [], [])).toEqual(['t1-2', 't2-2'])
    expect(keep(spot, [], ['t9'])).toBeNull()
  })

  it('takes the next step of a walk, or one looked at before, and no step ahead', () => {
    expect(keep(walk, [], ['1'])).toEqual(['1'])
    expect(keep(walk, ['1'], ['1'])).toEqual(['1'])
    expect(keep(walk, ['1'], ['2'])).toEqual(['1', '2'])
    expect(keep(walk, ['1'], ['3'])).toBeNull()
    expect(keep(walk, [], ['1', '2'])).toBeNull()
  })

  it('takes one choice of a decision', () => {
    expect(keep(decision, ['2'], ['1'])).toEqual(['2', '1'])
    expect(keep(decision, [], ['3'])).toBeNull()
    expect(keep(decision, [], ['1', '2'])).toBeNull()
  })
})

describe('being through with an activity', () => {
  it('is at the last step of a walk, at the first go of all others', () => {
    expect([[], ['1'], ['1', '2', '3']].map((kept) => isDone(walk, kept))).toEqual([false, false, true])
    expect([[], ['t1-2', 't2-2']].map((kept) => isDone(sort, kept))).toEqual([false, true])
  })

  it.each([sort, spot, walk, decision])('comes of the goes through it: $kind', (activity) => {
    const kept = keptWhenDone([{ id: 'p1', title: '', blocks: [activity] }])[activity.id] ?? []
    expect(isDone(activity, kept)).toBe(true)
    if (activity.kind === 'sort' || activity.kind === 'spot')
      for (const { id, target } of activity.things) expect(targetIn(kept, id)).toBe(target)
  })

  it('cannot come of an activity that is not written to its end, whose goes keep nothing', () => {
    const unwritten = { ...spot, targets: targets.slice(0, 1) }
    expect(goesThrough(unwritten)).toHaveLength(1)
    expect(keptWhenDone([{ id: 'p1', title: '', blocks: [unwritten, { kind: 'prose', html: '' }] }])).toEqual({ spot: [] })
  })

  it('is asked of a lesson for each of its activities', () => {
    const lesson = {
      decisions: ['sort', 'walk'],
      parts: {
        en: [
          { id: 'p1', title: '', blocks: [sort] },
          { id: 'p2', title: '', blocks: [walk] },
        ],
        ja: [],
      },
    }
    expect(findActivity(lesson, 'walk')).toEqual({ activity: walk, part: 'p2', number: 2 })
    expect(findActivity(lesson, 'none')).toBeNull()
    const place = { part: 'p2', furthestPart: 2, decisions: { sort: ['t1-1', 't2-1'], walk: ['1', '2'] } }
    expect(openDecisions(lesson, place)).toEqual([{ id: 'walk', kind: 'walk' }])
    expect(isLessonComplete(lesson, place)).toBe(false)
    expect(isLessonComplete(lesson, { ...place, decisions: { ...place.decisions, walk: ['1', '2', '3'] } })).toBe(true)
  })
})
