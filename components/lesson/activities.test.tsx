import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { SortBlock, SpotBlock, WalkBlock } from '#domain/catalogue/types'
import { inLanguage } from '../ui/words.tsx'
import { Sort } from './sort.tsx'
import { Spot } from './spot.tsx'
import { Walk } from './walk.tsx'

const targets = (first: string, second: string) => [
  { id: '1', label: first },
  { id: '2', label: second },
]
const sort: SortBlock = {
  kind: 'sort',
  id: 'known-or-heard',
  promptHtml: 'Known, or heard?',
  targets: targets('Known', 'Heard'),
  things: [
    { id: 't1', html: 'A note.', target: '1', whyHtml: 'Two people signed it.' },
    { id: 't2', html: 'A story.', target: '2', whyHtml: 'Nobody can be asked.' },
    { id: 't3', html: 'A meter.', target: '1', whyHtml: 'Anybody can read it.' },
  ],
}
const spot: SpotBlock = {
  kind: 'spot',
  id: 'night-lines',
  promptHtml: 'Which lines would you ask about?',
  columns: ['Time', 'Computer', 'Sent'],
  targets: targets('Worth a question', 'Explained'),
  things: [
    { id: 't2', cells: ['01:05', 'door-02', '1 kB'], target: '2', whyHtml: 'The door reports each hour.' },
    { id: 't1', cells: ['02:10', 'drawing-07', '48 kB'], target: '1', whyHtml: 'Nobody draws at night.' },
    { id: 't3', cells: ['02:30', 'backup-01', '90 MB'], target: '2', whyHtml: 'The backup runs each night.' },
  ],
}
const walk: WalkBlock = {
  kind: 'walk',
  id: 'two-days',
  promptHtml: 'Two days at a desk.',
  steps: [
    { id: '1', time: 'Day 1', html: 'A light blinks.', whyHtml: 'The disk is full.' },
    { id: '2', time: 'Day 9', html: 'The light is off.', whyHtml: 'It told nothing any more.' },
  ],
}

function rendered(element: ReactElement): string {
  const router = { refresh: () => undefined } as AppRouterInstance
  return inLanguage('en', () => renderToStaticMarkup(<AppRouterContext.Provider value={router}>{element}</AppRouterContext.Provider>))
}
/** What a pattern's first group finds, each time. */
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => found)
const verdicts = (page: string) => all(page, /class="verdict">.*?<\/svg>(.*?)<\/p>/gu)

describe('a sort', () => {
  it('asks for each thing with a group of its own, and holds neither reasons nor places', () => {
    const page = rendered(<Sort sort={sort} action="/here" placed={[]} />)
    expect(all(page, /<input type="radio"[^>]* name="([^"]*)"[^>]*value="[^"]*"/gu)).toEqual(
      ['t1', 't2', 't3'].flatMap((thing) => [`choice.${thing}`, `choice.${thing}`]),
    )
    for (const { whyHtml } of sort.things) expect(page).not.toContain(whyHtml)
  })

  it('then says of each, in words, where it belongs and where the reader put it', () => {
    const page = rendered(<Sort sort={sort} action="/here" placed={sort.things.map(({ id }) => `${id}-1`)} />)
    expect(page).toContain('2 of 3 where they belong')
    expect(verdicts(page)).toEqual(['Known: as you said.', 'Heard. You said: Known.', 'Known: as you said.'])
    for (const { whyHtml } of sort.things) expect(page).toContain(whyHtml)
    expect(page).not.toContain('<button')
  })
})

describe('a spot', () => {
  it('names each line for who cannot see the row, and holds no reason', () => {
    const page = rendered(<Spot spot={spot} action="/here" placed={[]} />)
    expect(all(page, /<input type="checkbox" aria-label="([^"]*)"/gu)).toContain('Mark this line: 02:10, drawing-07, 48 kB')
    for (const { whyHtml } of spot.things) expect(page).not.toContain(whyHtml)
  })

  it('then judges each line below it, across all columns', () => {
    const page = rendered(<Spot spot={spot} action="/here" placed={spot.things.map(({ id }) => `${id}-2`)} />)
    expect(verdicts(page)).toEqual(['Explained: as you said.', 'Worth a question. You said: Explained.', 'Explained: as you said.'])
    expect(all(page, /colSpan="(\d)"/gu)).toEqual(['3', '3', '3'])
  })
})

describe('a walk', () => {
  const shown = (looked: string[]) => rendered(<Walk walk={walk} action="/here" looked={looked} />)

  it('opens one moment after another, and what each told after a closer look', () => {
    expect(shown([])).toContain('A light blinks.')
    expect(shown([])).not.toMatch(/disk is full|light is off/u)
    expect(shown(['1'])).toMatch(/disk is full.*light is off/u)
    expect(shown(['1'])).not.toContain('nothing any more')
    expect(shown(['1', '2'])).toMatch(/nothing any more.*That was the last moment/u)
  })

  it('posts the next step', () => {
    expect(all(shown(['1']), /<input type="hidden"[^>]*value="([^"]*)"/gu)).toEqual(['two-days', '2'])
  })
})
