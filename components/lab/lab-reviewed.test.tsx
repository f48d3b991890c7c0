import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LabReviewed } from './lab-reviewed.tsx'

type Review = Parameters<typeof LabReviewed>[0]['review']

const review: Review = {
  ...{ number: 1, score: 0.88, masteryScore: 0.7, findings: 0.8, evidence: 1, hints: 0, hintsCost: 0 },
  ...{ submittedAt: new Date('2026-03-02T10:00:00Z'), seconds: 600 },
  ...{ tasks: [], found: [], missed: [], beside: [], note: '', decoys: [], signals: [], path: [] },
}
const shown = (language: 'en' | 'ja', change: Partial<Review> = {}) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={language} timeZone="UTC" now={review.submittedAt} messages={{}}>
      <LabReviewed review={{ ...review, ...change }} />
    </NextIntlClientProvider>,
  )

describe('a lab as a reviewer reads it', () => {
  it('says that a path is not known where none was recorded, and accuses nobody', () => {
    expect(shown('en')).toContain('What they looked at is not known')
    expect(shown('ja')).toContain('何を見たかは分かりません')
    expect(shown('en', { path: [{ at: 65, table: 'Readings', words: [] }] })).not.toContain('not known')
  })

  it('shows the notes as the text they are, and no heading where there are none', () => {
    const note = 'Both nights.\n<b>B-17</b> again'
    expect(shown('en', { note })).toContain('Their notes')
    expect(shown('ja', { note })).toContain('本人のメモ')
    expect(shown('en', { note })).toContain('Both nights.\n&lt;b&gt;B-17&lt;/b&gt; again')
    expect(shown('en')).not.toContain('notes')
  })

  it('tells what the score is made of', () => {
    expect(shown('en')).toContain('They have 80 % of the 60 points for findings and 100 % of the 40 points for evidence')
    expect(shown('ja')).toContain('本人の結論は60点の80%、証拠は40点の100%')
  })
})
