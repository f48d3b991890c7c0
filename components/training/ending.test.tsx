import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { inLanguage } from '../ui/words.tsx'
import { Sealed } from './ending.tsx'
import type { PassageShown, UnitShown } from './view.ts'

const words = (en: string, ja: string) => ({ en, ja })
const completedAt = new Date('2026-11-27T00:00:00Z')
const unit: UnitShown = {
  ...{ id: 'the-desk', kind: 'lesson', title: words('The desk', '窓口'), minutes: 5, minutesLeft: 0, isComplete: true },
  ...{ completedAt, touchedAt: completedAt, score: null, part: null, quiz: null },
}
const monday = [words('Ask <once>.', '一度尋ねる。'), words('Look once.', '一度見る。')]

function sealed({ isCourseDone = true, language = 'en' as 'en' | 'ja', hasMonday = true }): string {
  const passage: PassageShown = {
    course: { id: 'harbour', title: words('The harbour', '港'), shortName: words('Harbour', '港'), summary: words('', ''), minutes: 5 },
    enrolment: {
      ...{ dueAt: null, startedAt: completedAt, score: null, isAssigned: true },
      ...(isCourseDone ? { closedAt: completedAt, closedAs: 'completed' } : { closedAt: null, closedAs: null }),
    },
    ...{ urgency: null as never, units: [unit], next: null, minutesLeft: 0, certificateCode: isCourseDone ? 'a-code' : null },
  }
  return inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={completedAt}>
        <Sealed passage={passage} monday={hasMonday ? monday : undefined} unit={unit} isJustSealed={false} />
      </NextIntlClientProvider>,
    ),
  )
}

it('ends a course with what to do on Monday, in the language of the reader', () => {
  expect(sealed({})).toMatch(/What to do on Monday.*<li>Ask &lt;once&gt;\.<\/li><li>Look once\.<\/li>/u)
  expect(sealed({ language: 'ja' })).toMatch(/月曜日から行うこと.*<li>一度尋ねる。<\/li><li>一度見る。<\/li>/u)
})

it('says nothing of Monday while there is more to do, nor where a course leads to nothing', () => {
  for (const page of [sealed({ isCourseDone: false }), sealed({ hasMonday: false })]) {
    expect(page).not.toContain('Monday')
    expect(page).toContain('id="ending"')
  }
})
