import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { parse } from 'node-html-parser'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Activity } from '#domain/catalogue/activity'
import { compileFiles } from '#services/catalogue/compile'
import { fullFiles } from '#testing/full-content'
import { inLanguage } from '../ui/words.tsx'
import { Sort } from './sort.tsx'
import { Spot } from './spot.tsx'
import { Walk } from './walk.tsx'

const lesson = compileFiles(fullFiles())
  .flatMap(({ units }) => units)
  .find((unit) => unit.kind === 'lesson')

function find<K extends Activity['kind']>(kind: K): Extract<Activity, { kind: K }> {
  const blocks = lesson?.kind === 'lesson' ? lesson.parts.en.flatMap((part) => part.blocks) : []
  const block = blocks.find((each): each is Extract<Activity, { kind: K }> => each.kind === kind)
  if (!block) throw new Error(`the sample has a ${kind}`)
  return block
}

function rendered(element: ReactElement) {
  const router = { refresh: () => undefined } as AppRouterInstance
  return parse(
    inLanguage('en', () => renderToStaticMarkup(<AppRouterContext.Provider value={router}>{element}</AppRouterContext.Provider>)),
  )
}

describe('a sort', () => {
  const sort = find('sort')

  it('asks for each thing with a group of its own, and holds neither reasons nor places', () => {
    const page = rendered(<Sort sort={sort} action="/here" placed={[]} />)
    expect(page.querySelectorAll('fieldset')).toHaveLength(3)
    expect(page.querySelectorAll('input[type=radio][required]').map((input) => input.getAttribute('name'))).toEqual(
      ['t1', 't2', 't3'].flatMap((thing) => [`choice.${thing}`, `choice.${thing}`]),
    )
    for (const { whyHtml } of sort.things) expect(page.toString()).not.toContain(whyHtml)
  })

  it('then says of each, in words, where it belongs and where the reader put it', () => {
    const page = rendered(<Sort sort={sort} action="/here" placed={sort.things.map(({ id }) => `${id}-1`)} />)
    expect(page.querySelector('.result')?.text).toContain('2 of 3')
    const judged = page.querySelectorAll('.placed li').map((item) => item.querySelector('.verdict')?.text)
    expect(judged.toSorted()).toEqual(['Heard. You said: Known.', 'Known: as you said.', 'Known: as you said.'])
    for (const { whyHtml } of sort.things) expect(page.toString()).toContain(whyHtml)
    expect(page.querySelector('button')).toBeNull()
  })
})

describe('a spot', () => {
  const spot = find('spot')

  it('names each line for who cannot see the row, and holds no reason', () => {
    const page = rendered(<Spot spot={spot} action="/here" placed={[]} />)
    expect(page.querySelectorAll('input[type=checkbox]').map((input) => input.getAttribute('aria-label'))).toContain(
      'Mark this line: 02:10, drawing-07, 48 kB',
    )
    for (const { whyHtml } of spot.things) expect(page.toString()).not.toContain(whyHtml)
  })

  it('then judges each line below it', () => {
    const page = rendered(<Spot spot={spot} action="/here" placed={spot.things.map(({ id }) => `${id}-2`)} />)
    expect(page.querySelectorAll('.judged .verdict').map(({ text }) => text)).toEqual([
      'Explained: as you said.',
      'Worth a question. You said: Explained.',
      'Explained: as you said.',
    ])
    expect(page.querySelectorAll('.judged td').map((cell) => cell.getAttribute('colspan'))).toEqual(['3', '3', '3'])
  })
})

describe('a walk', () => {
  const walk = find('walk')
  const text = (looked: string[]) => rendered(<Walk walk={walk} action="/here" looked={looked} />).querySelector('.sheet')?.text ?? ''

  it('opens one moment after another, and what each told after a closer look', () => {
    expect(text([])).toContain('A light blinks.')
    expect(text([])).not.toMatch(/disk is full|light is off/u)
    expect(text(['1'])).toMatch(/disk is full.*light is off/u)
    expect(text(['1'])).not.toContain('nothing any more')
    expect(text(['1', '2'])).toMatch(/nothing any more.*That was the last moment/u)
  })

  it('posts the next step', () => {
    const page = rendered(<Walk walk={walk} action="/here" looked={['1']} />)
    expect(page.querySelectorAll('input[type=hidden]').map((input) => input.getAttribute('value'))).toEqual(['two-days', '2'])
  })
})
