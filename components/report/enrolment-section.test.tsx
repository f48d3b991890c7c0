import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Readable } from '#domain/labs/reading'
import { inLanguage } from '../ui/words.tsx'
import { EnrolmentSection } from './enrolment-section.tsx'

const at = new Date('2026-11-22T00:00:00Z')
const attempt = { id: 'the-attempt', number: 1, status: 'submitted' as const, startedAt: at, submittedAt: at, score: 0.8, isPassed: true }
const shown = (reading: Readable | null, language: 'en' | 'ja' = 'en') => {
  const unit = { id: 'lab', title: 'A lab', kind: 'lab' as const, completedAt: at, attempts: [{ ...attempt, reading }] }
  const common = { id: 'one', title: 'A course', cycle: 1, status: 'due_later' as const, enrolledAt: at, isAssigned: true, dueOn: null }
  const enrolment = { ...common, startedAt: at, closedAt: null, score: null, units: [unit] }
  return inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={at}>
        <EnrolmentSection enrolment={enrolment} today="2026-11-22" />
      </NextIntlClientProvider>,
    ),
  )
}

it('leads to what was given in a lab, or says in place of it why nobody else reads it', () => {
  const link = 'href="/reports/labs/the-attempt"'
  const why = ['the owner has not allowed it.', 'it was begun before the owner allowed it.']
  const said = (page: string) => [link, ...why].map((each) => page.includes(each))
  expect(said(shown('readable'))).toEqual([true, false, false])
  expect(said(shown('not_allowed'))).toEqual([false, true, false])
  expect(said(shown('begun_before'))).toEqual([false, false, true])
  expect(said(shown(null))).toEqual([false, false, false])
  expect(shown('begun_before', 'ja')).toContain('オーナーが許可する前に始められたため')
})
