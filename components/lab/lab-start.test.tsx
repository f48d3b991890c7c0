import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { QuizState } from '#domain/attempts/rules'
import { inLanguage } from '../ui/words.tsx'
import { Again, LabStart } from './lab-start.tsx'

const begin = '/courses/a/b/attempt'
const written = (page: ReactNode, language: 'en' | 'ja' = 'en') =>
  inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={new Date('2026-11-27T00:00:00Z')}>
        {page}
      </NextIntlClientProvider>,
    ),
  )
const shown = (state: QuizState, language: 'en' | 'ja' = 'en', isReadable = true) =>
  written(<Again {...{ state, begin, isReadable }} />, language)
const until = new Date('2026-11-28T03:00:00Z')

describe('another attempt', () => {
  it('at what is passed is to learn, and says what stays', () => {
    const page = shown({ kind: 'passed', score: 0.9, again: { kind: 'ready', left: 2 } })
    expect(page).toContain('action="/courses/a/b/attempt"')
    expect(page).toContain('Try again with new evidence')
    expect(page).toContain('what you have passed stays passed, and your best score counts. 2 attempts left before a pause.')
    expect(shown({ kind: 'passed', score: 0.9, again: { kind: 'ready', left: 2 } }, 'ja')).toContain('合格はそのまま残り')
  })

  it('at what is not passed says nothing of that', () => {
    const page = shown({ kind: 'ready', left: 2 })
    expect(page).toContain('Try again with new evidence')
    expect(page).not.toContain('stays passed')
  })

  it('waits for the end of a pause, passed or not, and is not offered in the middle of one', () => {
    for (const state of [
      { kind: 'paused' as const, until },
      { kind: 'passed' as const, score: 0.9, again: { kind: 'paused' as const, until } },
    ]) {
      expect(shown(state)).toContain('You can try again from')
      expect(shown(state)).not.toContain('<form')
    }
    expect(shown({ kind: 'open', attemptId: 'a' })).toBe('')
  })
})

describe('who reads it is told before it is begun', () => {
  const state: QuizState = { kind: 'ready', left: 3 }
  const rules = (isReadable: boolean, language?: 'en' | 'ja') => {
    const quiz = { questions: 4, masteryScore: 0.7, attempts: 3, state }
    const course = { title: 'A course', address: '/courses/a' }
    return written(
      <LabStart {...{ title: 'A lab', course, minutes: 15, quiz, isClosed: false, isReadable, refusal: null, begin }} />,
      language,
    )
  }
  const [reviewers, nobody] = ['They have to say why, and your account shows you who did.', 'Nobody else reads what you find']

  it.each([
    ['the first time', rules],
    ['and each time again', (isReadable: boolean, language?: 'en' | 'ja') => shown(state, language, isReadable)],
  ])('%s: reviewers with a reason, or nobody', (_, page) => {
    expect(page(true)).toContain(reviewers)
    expect(page(true)).not.toContain(nobody)
    expect(page(false)).toContain(nobody)
    expect(page(false)).not.toContain(reviewers)
    expect([page(true), page(false)].map((each) => each.includes('name="told" value="private"'))).toEqual([false, true])
    expect(page(true, 'ja')).toContain('理由を選んだうえで')
    expect(page(false, 'ja')).toContain('ほかの人が読むことはありません')
  })
})
