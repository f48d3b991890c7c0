import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Lesson } from '#components/lesson/lesson'
import { QuizSheet } from '#components/preview/quiz-sheet'
import { inLanguage } from '#components/ui/words'
import type { Language, LessonUnit } from '#domain/catalogue/types'
import { keptWhenDone } from '#domain/enrolments/activities'
import type { Kept } from '#services/catalogue/read-content'
import { type Preview, previewOf } from '#services/catalogue/read-preview'
import { fullFiles } from '#testing/full-content'
import { freshMarkup } from '../_adapter/fixed-markup.ts'

function drawn(language: Language, element: ReactElement): string {
  const router = { refresh: () => undefined } as AppRouterInstance
  return inLanguage(language, () => renderToStaticMarkup(<AppRouterContext.Provider value={router}>{element}</AppRouterContext.Provider>))
}

type Readable = NonNullable<Preview['readable']>

function lessonDrawn(lesson: LessonUnit, { facts, checkedOn }: Readable, language: Language): string {
  const place = { part: 'p1', furthestPart: 1, decisions: keptWhenDone(lesson.parts[language]) }
  return drawn(
    language,
    <Lesson
      lesson={lesson}
      language={language}
      facts={facts}
      checkedOn={checkedOn}
      course={null}
      place={place}
      minutesLeft={null}
      placeUrl={null}
      decisionUrl={null}
      dossier={null}
      fixed={freshMarkup(language)}
    >
      <p className="ending" />
    </Lesson>,
  )
}

/** Every unit that can be read, in both languages. */
function allDrawn({ readable }: Preview): string[] {
  if (!readable) return []
  return [...readable.units.values()].flatMap((unit) =>
    (['en', 'ja'] as const).map((language) => {
      if (unit.kind === 'lesson') return lessonDrawn(unit, readable, language)
      const sheet = { language, facts: readable.facts, objectives: new Map() }
      return unit.kind === 'quiz' ? drawn(language, <QuizSheet quiz={unit} {...sheet} />) : ''
    }),
  )
}

describe('content that is being written', () => {
  const whole = fullFiles()
  const kept: Kept = new Map()
  const isDrawn = (file: string, text: string) =>
    expect(() => allDrawn(previewOf(new Map(whole).set(file, text), kept)), text).not.toThrow()
  const written = ['the-desk/lesson.en.md', 'the-desk/figures.yaml', 'the-quiz/quiz.yaml', 'the-quiz/questions.en.yaml'].map(
    (name) => `content/units/${name}`,
  )

  it('is drawn as it is when it is whole, with all there is to do in it done and nothing to post', () => {
    const [lesson = ''] = allDrawn(previewOf(whole, kept))
    expect(lesson).toContain('data-decided="true"')
    expect(lesson).toContain('3 of 3 where they belong')
    expect(lesson).toContain('It told nothing any more.')
    expect(lesson).not.toContain('action=')
  })

  it.each(written)('is drawn when a line is missing from %s', (file) => {
    const lines = (whole.get(file) ?? '').split('\n')
    for (let index = 0; index < lines.length; index += 3) isDrawn(file, lines.toSpliced(index, 1).join('\n'))
  })

  it.each(written)('is drawn when %s is broken off', (file) => {
    const text = whole.get(file) ?? ''
    for (let length = 0; length < text.length; length += 97) isDrawn(file, text.slice(0, length))
  })

  it('is drawn with days that no calendar has', () => {
    const file = 'content/units/the-desk/figures.yaml'
    isDrawn(file, (whole.get(file) ?? '').replaceAll(/(\d{4}-\d{2})-\d{2}/gu, '$1-45'))
    isDrawn(file, (whole.get(file) ?? '').replaceAll(/(\d{4})-\d{2}/gu, '$1-45'))
  })
})
