import { expect, it } from 'vitest'
import { tracksAmong } from './track.ts'

const both = (words: string) => ({ en: words, ja: words })
const track = { id: 'all', title: both('All'), summary: both('All.'), courses: ['b', 'a'] }
const course = (id: string, minutes: number) => ({ id, minutes })

it('gives a track its courses in its own order, and their minutes together', () => {
  expect(tracksAmong([track], [course('a', 8), course('b', 12), course('c', 1)])).toEqual([
    { ...track, courses: [course('b', 12), course('a', 8)], minutes: 20 },
  ])
})

it('leaves a track out while a course of it is missing', () => {
  expect(tracksAmong([track], [course('a', 8)])).toEqual([])
})
