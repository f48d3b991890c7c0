import type { FactNote, Language } from '#domain/catalogue/types'
import { NoteHead, NoteLines } from './note-lines.tsx'
import { type DossierOfLesson, noteInWords } from './note-words.tsx'

interface NoteProps {
  fact: FactNote
  language: Language
  /** Its number in this lesson; null for a fact that only a figure rests on. */
  number: number | null
  dossier?: DossierOfLesson | null
}

/** The note of a fact in a lesson. */
export const Note = ({ fact, language, number, dossier }: NoteProps) => <NoteLines note={noteInWords(fact, language, number, dossier)} />

/** A fact stated again: its first line only, and the way back to the whole note. */
export function NoteAgain({ fact, language, number }: NoteProps) {
  return (
    <p className="note again">
      <a href={`#fact-${fact.id}`}>
        <NoteHead note={noteInWords(fact, language, number)} as="span" />
      </a>
    </p>
  )
}
