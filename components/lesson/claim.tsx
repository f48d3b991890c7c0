import type { ReactNode } from 'react'
import type { Block, FactNote, Language } from '#domain/catalogue/types'
import { Html } from './html.tsx'
import { Note, NoteAgain } from './note.tsx'
import type { DossierOfLesson } from './note-words.tsx'

interface ClaimProps {
  record: Extract<Block, { kind: 'record' }>
  language: Language
  facts: Record<string, FactNote>
  numbers: Map<string, number>
  dossier: DossierOfLesson | null
  /** Facts whose whole note stands here; the others were stated before. */
  isFirst: (fact: string) => boolean
  /** What is read next without sources of its own: it stands beside long notes instead of below them. */
  children?: ReactNode
}

/** Prose about a real event with its sources beside it, on a phone below it: what stands in an element of the class `claim`. */
export function Claim({ record, language, facts, numbers, dossier, isFirst, children }: ClaimProps) {
  const notes = record.facts.flatMap((id) => facts[id] ?? [])
  return (
    <>
      <Html html={record.html} className="text" />
      <div className="notes">
        {notes.map((fact) => {
          const number = numbers.get(fact.id) ?? 0
          return isFirst(fact.id) ? (
            <Note key={fact.id} fact={fact} language={language} number={number} dossier={dossier} />
          ) : (
            <NoteAgain key={fact.id} fact={fact} language={language} number={number} />
          )
        })}
      </div>
      {children && <div className="rest">{children}</div>}
    </>
  )
}
