'use client'

import { useEffect, useRef } from 'react'
import { longestNote } from '#domain/labs/case-file'
import { useKept } from './use-kept.ts'
import { useWords } from './use-words.ts'

interface Props {
  note: string
  /** Whether reviewers may read it once it is given. */
  isReadable: boolean
  form: string
  save: (text: string) => void
}

/** Who types on has not finished the sentence. */
const pause = 700

/** Free words about the whole, saved as they are written. */
export function Notes({ note, isReadable, form, save }: Props) {
  const t = useWords()
  const [text, setText] = useKept(note)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <div className="field reason notes">
      <label htmlFor="notes">{t('notes')}</label>
      <textarea
        id="notes"
        className="input compact"
        name="note"
        form={form}
        rows={3}
        maxLength={longestNote}
        aria-describedby="notes-hint"
        value={text}
        onChange={(event) => {
          const { value } = event.target
          setText(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => save(value), pause)
        }}
        onBlur={() => {
          clearTimeout(timer.current)
          if (text !== note) save(text)
        }}
      />
      <p className="quiet small" id="notes-hint">
        {t(isReadable ? 'notesHint' : 'notesPrivate')}
      </p>
      <noscript>
        <button type="submit" className="btn plain compact" form={form} name="keep" value="note">
          {t('keepNotes')}
        </button>
      </noscript>
    </div>
  )
}
