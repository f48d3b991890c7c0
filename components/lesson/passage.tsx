import { numberFacts } from '#domain/catalogue/number-facts'
import type { FactNote, Language, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import { Claim } from './claim.tsx'
import { Decision } from './decision.tsx'
import { Figure } from './figure.tsx'
import { Html } from './html.tsx'
import { Moment } from './moment.tsx'
import type { Passage as PassageData, Piece } from './passages.ts'

interface Context {
  lesson: LessonUnit
  language: Language
  facts: Record<string, FactNote>
  place: LessonPlace | null
  decisionUrl: string
}

export function Passage({ passage: { record, pieces }, ...context }: Context & { passage: PassageData }) {
  const views = pieces.map((piece) => <PieceView key={keyOf(piece)} piece={piece} {...context} />)
  if (!record) return views
  const parts = context.lesson.parts[context.language]
  const firstOf = (fact: string) =>
    parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'record' && block.facts.includes(fact))
  return (
    <Claim
      record={record}
      language={context.language}
      facts={context.facts}
      numbers={numberFacts(parts)}
      isFirst={(fact) => firstOf(fact) === record}
    >
      {views.length > 0 && views}
    </Claim>
  )
}

function keyOf(piece: Piece): string {
  return 'id' in piece ? piece.id : piece.html
}

function PieceView({ piece, lesson, language, facts, place, decisionUrl }: Context & { piece: Piece }) {
  switch (piece.kind) {
    case 'heading':
      return <h2 id={piece.id}>{piece.title}</h2>
    case 'prose':
      return <Html html={piece.html} className="text" />
    case 'moment':
      return <Moment moment={piece} />
    case 'decision':
      return <Decision decision={piece} action={decisionUrl} looked={place?.decisions[piece.id] ?? []} />
    case 'figure': {
      const figure = lesson.figures.find(({ id }) => id === piece.id)
      const numbers = numberFacts(lesson.parts[language])
      return figure && <Figure figure={figure} captionHtml={piece.captionHtml} language={language} facts={facts} numbers={numbers} />
    }
  }
}
