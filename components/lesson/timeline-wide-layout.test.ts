import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { contentTimelines, timelineEntry as entry, timeline as figure } from '#testing/timeline'
import { lineHeight, textWidth } from './figure-text.ts'
import { layOutWide, type WideMark, type WideTimeline } from './timeline-wide-layout.ts'

const width = 888

interface Box {
  what: string
  left: number
  right: number
  top: number
  bottom: number
}

/** As an eye sees them: half a line of room above the first baseline and a quarter below the last. */
function wordsOf({ title, textY, left, right, titleLines, detailLines }: WideMark): Box {
  const bottom = textY + (titleLines.length + detailLines.length - 1) * lineHeight + 3
  return { what: `words of ${title}`, left, right, top: textY - 10, bottom }
}

function lineOf({ kind, title, x, endX, lineY }: WideMark): Box {
  if (kind === 'point') return { what: `stem of ${title}`, left: x, right: x, top: lineY, bottom: 0 }
  return { what: `line of ${title}`, left: x, right: endX, top: lineY - 4, bottom: lineY + 4 }
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Everything that stands where something else is, or outside of the drawing. */
function faultsOf({ marks, ticks, top, bottom }: WideTimeline): string[] {
  const years = ticks.map(({ at, words }): Box => {
    const half = textWidth(words) / 2
    const middle = Math.max(half, Math.min(at, width - half))
    return { what: words, left: middle - half, right: middle + half, top: 14, bottom: 27 }
  })
  const boxes = [...years, ...marks.map(wordsOf), ...marks.map(lineOf)]
  const outside = boxes.filter((box) => box.left < 0 || box.right > width || box.top < -top || box.bottom > bottom)
  const meeting = boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (meet(a, b) ? [`${a.what} / ${b.what}`] : [])))
  return [...outside.map(({ what }) => `outside: ${what}`), ...meeting]
}

describe('the wide timelines of the content', () => {
  it.each(contentTimelines().flatMap((one) => (['en', 'ja'] as const).map((language) => ({ id: one.id, language, one }))))(
    '$id has room for everything in $language',
    ({ one, language }: { one: TimelineFigure; language: Language }) => {
      const layout = layOutWide(one, language, width)
      expect(layout && faultsOf(layout)).toEqual([])
      expect(layout?.marks).toHaveLength(one.entries.length + one.spans.length)
      // A picture that is seen at once, on the screen of a laptop.
      expect((layout?.top ?? 0) + (layout?.bottom ?? 0)).toBeLessThan(width * 0.6)
    },
  )
})

describe('a wide timeline', () => {
  const layout = layOutWide(figure, 'en', width)
  const marks = layout?.marks ?? []

  it('is to scale from edge to edge', () => {
    expect(marks.find(({ kind }) => kind === 'bar')).toMatchObject({ x: 1, endX: layout?.ticks[1]?.at })
  })

  it('has moments above the axis, and what lasts below it', () => {
    for (const { kind, lineY, textY } of marks) expect([lineY < 0, textY < 0]).toEqual(kind === 'point' ? [true, true] : [false, false])
  })

  it('sets words left of their stems where the drawing ends', () => {
    for (const { left, x } of marks.filter(({ kind }) => kind === 'point')) expect(left).toBeLessThan(x)
  })

  it('lets stretches that follow each other share a row', () => {
    const [first, , second] = marks.filter(({ kind }) => kind !== 'point')
    expect([first?.row, second?.row]).toEqual([0, 0])
  })

  it('is none where moments stand too close, and else without a fault', () => {
    const month = fc.integer({ min: 0, max: 71 })
    const dateOf = (months: number) => `${2016 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
    const words = fc.string({ minLength: 1, maxLength: 50, unit: fc.constantFrom('a', 'bc ', 'd ') }).map((text) => `x${text}`)
    const any = fc
      .tuple(month, fc.option(month, { nil: undefined }), words)
      .map(([start, length, text]) => entry(dateOf(start), length === undefined ? undefined : dateOf(Math.min(71, start + length)), text))
    const entries = fc.array(any, { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(entries, (given) => {
        const made = layOutWide({ ...figure, entries: given }, 'en', width)
        expect(made ? faultsOf(made) : []).toEqual([])
      }),
    )
    const crowd = Array.from({ length: 16 }, (_, day) => entry(`2018-06-${day + 10}`))
    expect(layOutWide({ ...figure, entries: crowd }, 'en', width)).toBeUndefined()
  })
})
