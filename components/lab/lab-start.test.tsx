import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { QuizState } from '#domain/attempts/rules'
import { inLanguage } from '../ui/words.tsx'
import { Again } from './lab-start.tsx'

const shown = (state: QuizState, language: 'en' | 'ja' = 'en') =>
  inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={new Date('2026-11-27T00:00:00Z')}>
        <Again state={state} begin="/courses/a/b/attempt" />
      </NextIntlClientProvider>,
    ),
  )
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
