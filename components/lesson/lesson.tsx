import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { numberFacts } from '#domain/catalogue/number-facts'
import type { FactNote, Language, LessonPart, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import { Claim } from './claim.tsx'
import { Decision } from './decision.tsx'
import { Figure } from './figure.tsx'
import { Html } from './html.tsx'
import { KeyOfStrokes } from './key-of-strokes.tsx'
import { type LessonCourse, LessonHead } from './lesson-head.tsx'
import { Moment } from './moment.tsx'
import { ReadingPlace } from './reading-place.tsx'

export interface LessonProps {
  lesson: LessonUnit
  language: Language
  /** Notes of the facts of this lesson, by id; those of the whole course may be given. */
  facts: Record<string, FactNote>
  /** The day the ledger was last checked, ISO date. */
  checkedOn: string
  course: LessonCourse
  place: LessonPlace | null
  /** Where the reader's part is posted (`part`), and a choice (`decision`, `choice`). */
  placeUrl: string
  decisionUrl: string
  /** What stands under the lesson: the seal's slot or the seal, and the next step; an element with the class `ending`. */
  children: ReactNode
}

/** A lesson as it is read: goes inside the page's `main`. */
export function Lesson({ lesson, language, facts, checkedOn, course, place, placeUrl, decisionUrl, children }: LessonProps) {
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
      <LessonHead lesson={lesson} language={language} course={course} place={place} checkedOn={checkedOn} />
      <div className="prose">
        <KeyOfStrokes facts={lesson.facts.flatMap((id) => facts[id] ?? [])} />
        {parts.map((part) => (
          <Part key={part.id} part={part} lesson={lesson} language={language} facts={facts} place={place} decisionUrl={decisionUrl} />
        ))}
      </div>
      {children}
    </ReadingPlace>
  )
}

type PartProps = Pick<LessonProps, 'lesson' | 'language' | 'facts' | 'place' | 'decisionUrl'> & { part: LessonPart }

function Part({ part, ...context }: PartProps) {
  return (
    <>
      <h2 id={part.id}>{part.title}</h2>
      {part.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled part never changes its order
        <BlockView key={index} block={block} {...context} />
      ))}
    </>
  )
}

function BlockView({
  block,
  lesson,
  language,
  facts,
  place,
  decisionUrl,
}: Omit<PartProps, 'part'> & { block: LessonPart['blocks'][number] }) {
  const parts = lesson.parts[language]
  switch (block.kind) {
    case 'prose':
      return <Html html={block.html} className="text" />
    case 'moment':
      return <Moment moment={block} />
    case 'decision':
      return <Decision decision={block} action={decisionUrl} looked={place?.decisions[block.id] ?? []} />
    case 'record': {
      const firstOf = (fact: string) =>
        parts.flatMap((part) => part.blocks).find((other) => other.kind === 'record' && other.facts.includes(fact))
      return (
        <Claim record={block} language={language} facts={facts} numbers={numberFacts(parts)} isFirst={(fact) => firstOf(fact) === block} />
      )
    }
    case 'figure': {
      const figure = lesson.figures.find(({ id }) => id === block.id)
      return (
        figure && <Figure figure={figure} captionHtml={block.captionHtml} language={language} facts={facts} numbers={numberFacts(parts)} />
      )
    }
  }
}
