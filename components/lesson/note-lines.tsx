import type { NoteWords } from './note-words.tsx'
import { StrokeSample } from './stroke.tsx'

/** The source of a statement: how it is known, who says so, where and when, how sure. Needs no messages, so the browser can show it too. */
export function NoteLines({ note }: { note: NoteWords }) {
  return (
    <aside className="note" id={`fact-${note.id}`} aria-label={note.label}>
      <NoteHead note={note} />
      <p>{note.whoSays}</p>
      <p className="src">
        {note.source}{' '}
        <span className="conf">
          <Confidence level={note.confidence.level} />
          {note.confidence.words}
        </span>
        {note.inDossier && (
          <>
            {' '}
            <a className="nowrap" href={note.inDossier.href} aria-label={`${note.inDossier.words}, ${note.label}`}>
              {note.inDossier.words}
            </a>
          </>
        )}
      </p>
    </aside>
  )
}

export function NoteHead({ note, as: Element = 'p' }: { note: Pick<NoteWords, 'number' | 'stroke' | 'how'>; as?: 'p' | 'span' }) {
  return (
    <Element>
      {note.number !== null && <span className="no">{note.number}</span>}
      <StrokeSample stroke={note.stroke} />
      {note.how}
    </Element>
  )
}

const squares = { high: 3, medium: 2, low: 1 } as const

/** How sure: three squares, beside words. */
export function Confidence({ level }: { level: keyof typeof squares }) {
  return (
    <svg viewBox="0 0 22 8" aria-hidden="true">
      {[0, 1, 2].map((index) =>
        index < squares[level] ? (
          <rect key={index} className="y" x={index * 8} y="1" width="6" height="6" />
        ) : (
          <rect key={index} className="n" x={index * 8 + 0.5} y="1.5" width="5" height="5" />
        ),
      )}
    </svg>
  )
}
