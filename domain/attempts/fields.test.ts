import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryQuestion, arbitraryResponse } from '#testing/arbitraries'
import { moved, pairField, valueOfFields } from './fields.ts'

const questionWithResponse = arbitraryQuestion().chain((question) => fc.tuple(fc.constant(question), arbitraryResponse(question)))

describe('reading a response from a form', () => {
  it('takes a pair left empty for one not made', () => {
    const fields = [
      ['sequence', '3'],
      [pairField('a'), 'x'],
      [pairField('b'), ''],
    ] as const
    expect(valueOfFields('match', fields)).toEqual({ pairs: { a: 'x' } })
  })

  it('gives back what was put into the fields', () => {
    fc.assert(
      fc.property(questionWithResponse, ([{ kind }, value]) => {
        const fields: [string, string][] =
          'choices' in value
            ? value.choices.map((id) => ['choice', id])
            : Object.entries(value.pairs).map(([id, target]) => [pairField(id), target])
        expect(valueOfFields(kind, [['attempt', 'any'], ...fields, ['certainty', 'certain']])).toEqual(value)
      }),
    )
  })
})

describe('moving a choice', () => {
  it('stays at either end and for an unknown choice', () => {
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 'down')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'z', 'down')).toEqual(['a', 'b'])
  })

  it('goes down and up again to where it was', () => {
    expect(moved(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c'])
    expect(moved(moved(['a', 'b', 'c'], 'a', 'down'), 'a', 'up')).toEqual(['a', 'b', 'c'])
  })
})
