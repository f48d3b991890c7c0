import { isActivity } from '#domain/catalogue/activity'
import { numberFacts } from '#domain/catalogue/number-facts'
import type { FactNote, Language, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import type { FixedMarkup } from '../ui/words.tsx'
import { Claim } from './claim.tsx'
import { Decision } from './decision.tsx'
import { Figure } from './figure.tsx'
import { Html } from './html.tsx'
import { Moment } from './moment.tsx'
import type { DossierOfLesson } from './note-words.tsx'
import type { Passage as PassageData, Piece } from './passages.ts'
import { Sort } from './sort.tsx'
import { Spot } from './spot.tsx'
import { Walk } from './walk.tsx'

interface Context {
  lesson: LessonUnit
  language: Language
  facts: Record<string, FactNote>
  place: LessonPlace | null
  decisionUrl: string | null
  dossier: DossierOfLesson | null
  fixed: FixedMarkup
}

export function Passage({ passage: { key, record, pieces }, ...context }: Context & { passage: PassageData }) {
  const views = pieces.map((piece) => <PieceView key={keyOf(piece)} piece={piece} {...context} />)
  if (!record) return views
  const claim = <Claim {...claimOf(record, context)}>{views.length > 0 && views}</Claim>
  // What somebody did stands in an activity; all else is the same for everybody.
  if (pieces.some((piece) => piece.kind !== 'heading' && isActivity(piece))) return <div className="claim">{claim}</div>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it of the elements above
  return <div className="claim" dangerouslySetInnerHTML={context.fixed(`${context.lesson.id} passage ${key}`, () => claim)} />
}

function claimOf(record: NonNullable<PassageData['record']>, { lesson, language, facts, dossier }: Context) {
  const parts = lesson.parts[language]
  const firstOf = (fact: string) =>
    parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'record' && block.facts.includes(fact))
  return { record, language, facts, dossier, numbers: numberFacts(parts), isFirst: (fact: string) => firstOf(fact) === record }
}

function keyOf(piece: Piece): string {
  return 'id' in piece ? piece.id : piece.html
}

function PieceView({ piece, lesson, language, facts, place, decisionUrl, dossier, fixed }: Context & { piece: Piece }) {
  switch (piece.kind) {
    case 'heading':
      return <h2 id={piece.id}>{piece.title}</h2>
    case 'prose':
      return <Html html={piece.html} className="text" />
    case 'moment':
      return <Moment moment={piece} />
    case 'decision':
      return <Decision decision={piece} action={decisionUrl} looked={place?.decisions[piece.id] ?? []} />
    case 'sort':
      return <Sort sort={piece} action={decisionUrl} placed={place?.decisions[piece.id] ?? []} />
    case 'spot':
      return <Spot spot={piece} action={decisionUrl} placed={place?.decisions[piece.id] ?? []} />
    case 'walk':
      return <Walk walk={piece} action={decisionUrl} looked={place?.decisions[piece.id] ?? []} />
    case 'figure': {
      const figure = lesson.figures.find(({ id }) => id === piece.id)
      const numbers = numberFacts(lesson.parts[language])
      const shown = { captionHtml: piece.captionHtml, language, facts, numbers, dossier, fixed }
      return figure && <Figure figure={figure} {...shown} />
    }
  }
}
