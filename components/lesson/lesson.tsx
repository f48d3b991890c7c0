import type { ReactNode } from 'react'
import type { FactNote, Language, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import { type FixedMarkup, useTranslations } from '../ui/words.tsx'
import { KeyOfStrokes } from './key-of-strokes.tsx'
import { type LessonCourse, LessonHead } from './lesson-head.tsx'
import type { DossierOfLesson } from './note-words.tsx'
import { Passage } from './passage.tsx'
import { passagesOf } from './passages.ts'
import { ReadingPlace } from './reading-place.tsx'

export interface LessonProps {
  lesson: LessonUnit
  language: Language
  /** Notes of the facts of this lesson, by id; those of the whole course may be given. */
  facts: Record<string, FactNote>
  /** The day the ledger was last checked, ISO date. */
  checkedOn: string
  /** Null where it stands in no course yet. */
  course: LessonCourse | null
  place: LessonPlace | null
  /** Null where the lesson is not begun, or completed. */
  minutesLeft: number | null
  /** Where the reader's part is posted (`part`), and a choice (`decision`, `choice`). Null where nothing is kept. */
  placeUrl: string | null
  decisionUrl: string | null
  /** The dossier of the course's case; null where there is none. */
  dossier: DossierOfLesson | null
  /** For what is the same for all readers of this version in this language. */
  fixed: FixedMarkup
  /** What stands under the lesson: the seal's slot or the seal, and the next step; an element with the class `ending`. */
  children: ReactNode
}

/** A lesson as it is read: goes inside the page's `main`. */
export function Lesson({
  lesson,
  language,
  facts,
  checkedOn,
  course,
  place,
  minutesLeft,
  placeUrl,
  decisionUrl,
  dossier,
  fixed,
  children,
}: LessonProps) {
  const t = useTranslations('lesson')
  const parts = lesson.parts[language]
  const labels = {
    progress: t('progress'),
    parts: t('parts'),
    partOf: parts.map((_, index) => t('partOf', { number: index + 1, of: parts.length })),
  }
  return (
    <ReadingPlace
      parts={parts.map(({ id, title }) => ({ id, title }))}
      part={place?.part ?? 'p1'}
      furthestPart={place?.furthestPart ?? 1}
      url={placeUrl}
      labels={labels}
    >
      <LessonHead lesson={lesson} language={language} course={course} minutesLeft={minutesLeft} checkedOn={checkedOn} />
      <div className="prose">
        <KeyOfStrokes facts={lesson.facts.flatMap((id) => facts[id] ?? [])} />
        {passagesOf(parts).map((passage) => (
          <Passage
            key={passage.key}
            passage={passage}
            lesson={lesson}
            language={language}
            facts={facts}
            place={place}
            decisionUrl={decisionUrl}
            dossier={dossier}
            fixed={fixed}
          />
        ))}
      </div>
      {children}
    </ReadingPlace>
  )
}
