import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptSummary, bestScore, quizState } from './rules.ts'

const quiz = { attempts: 3, pauseDays: 1 }
const at = (hours: number) => new Date(Date.UTC(2026, 10, 22, hours))
const failed = (hours: number): AttemptSummary => ({
  id: `a${hours}`,
  status: 'submitted',
  submittedAt: at(hours),
  score: 0.5,
  isPassed: false,
})
const three = [failed(0), failed(2), failed(5)]

describe('whether a quiz may be taken', () => {
  it('pauses after the third submission for 24 hours counted from it', () => {
    expect(quizState(quiz, three, at(5))).toEqual({ kind: 'paused', until: at(29) })
    expect(quizState(quiz, three, new Date(at(29).getTime() - 1))).toEqual({ kind: 'paused', until: at(29) })
  })

  it('gives three more attempts after the pause', () => {
    expect(quizState(quiz, three, at(29))).toEqual({ kind: 'ready', left: 3 })
    expect(quizState(quiz, [...three, failed(30)], at(31))).toEqual({ kind: 'ready', left: 2 })
    expect(quizState(quiz, [...three, failed(30), failed(31), failed(32)], at(33))).toEqual({ kind: 'paused', until: at(56) })
  })

  it('lets a clock that was wrong, and has been set back since, keep nobody waiting; instances a little apart agree on the pause', () => {
    const future = [failed(0), failed(1), failed(24 * 365)]
    expect(quizState(quiz, future, at(5))).toEqual({ kind: 'ready', left: 3 })
    expect(quizState(quiz, three, new Date(at(5).getTime() - 30_000))).toEqual({ kind: 'paused', until: at(29) })
  })

  it('resumes an open attempt whatever came before', () => {
    const open: AttemptSummary = { id: 'open', status: 'in_progress', submittedAt: null, score: null, isPassed: null }
    expect(quizState(quiz, [...three, open], at(6))).toEqual({ kind: 'open', attemptId: 'open' })
  })

  it('is done once passed', () => {
    const passed: AttemptSummary = { ...failed(3), id: 'passed', score: 0.9, isPassed: true }
    expect(quizState(quiz, [failed(0), passed], at(4))).toMatchObject({ kind: 'passed', score: 0.9 })
  })

  it('says of what is passed when it might be tried again', () => {
    const passed: AttemptSummary = { ...failed(3), id: 'passed', score: 0.9, isPassed: true }
    expect(quizState(quiz, [failed(0), passed], at(4))).toMatchObject({ again: { kind: 'ready', left: 1 } })
    expect(quizState(quiz, [failed(0), passed, failed(4)], at(5))).toMatchObject({ kind: 'passed', again: { kind: 'paused' } })
  })

  it('never leaves more attempts than the quiz gives, and never none without a pause', () => {
    const histories = fc.array(fc.nat(400), { maxLength: 12 }).map((hours) => hours.toSorted((a, b) => a - b).map(failed))
    fc.assert(
      fc.property(histories, fc.nat(500), fc.integer({ min: 1, max: 5 }), (attempts, hour, allowed) => {
        const state = quizState({ attempts: allowed, pauseDays: 1 }, attempts, at(hour))
        if (state.kind === 'ready') expect(state.left > 0 && state.left <= allowed).toBe(true)
        else expect(state).toMatchObject({ kind: 'paused' })
      }),
    )
  })

  it('keeps the best score', () => {
    expect(bestScore([])).toBeNull()
    expect(bestScore([{ score: 0.4 }, { score: null }, { score: 0.7 }])).toBe(0.7)
  })
})
