'use client'

import { useState } from 'react'
import { useWords } from './use-words.ts'

export const aboutId = 'about-table'

/** Beyond this it takes more than two lines of a phone; a character of Japanese counts twice. */
const longWidth = 110
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)

/** What a row of the table is. On a phone a long one begins with two lines; where there is no script all of it stands there. */
export function AboutTable({ text }: { text: string }) {
  const t = useWords()
  const [isWhole, setWhole] = useState(false)
  if (text === '') return null
  const isLong = widthOf(text) > longWidth
  return (
    <div className="about">
      <p id={aboutId} className={isLong && !isWhole ? 'is-short' : undefined}>
        {text}
      </p>
      {isLong && (
        <button type="button" className="linklike" aria-expanded={isWhole} aria-controls={aboutId} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'aboutLess' : 'aboutMore')}
        </button>
      )}
    </div>
  )
}
