import { strokeOf } from '#domain/catalogue/stroke'
import type { FactNote, Language } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { StrokeSample } from './stroke.tsx'

interface NoteProps {
  fact: FactNote
  language: Language
  /** Its number in this lesson; null for a fact that only a figure rests on. */
  number: number | null
}

/** The source of a statement: how it is known, who says so, where and when, how sure. */
export function Note({ fact, language, number }: NoteProps) {
  const t = useTranslations('lesson')
  return (
    <aside className="note" id={`fact-${fact.id}`} aria-label={number === null ? t('source') : t('sourceNumber', { number })}>
      <NoteHead fact={fact} number={number} />
      <p>{fact.whoSays[language]}</p>
      <p className="src">
        {asSentence(fact.source[language], language)}{' '}
        <span className="conf">
          <Confidence level={fact.confidence} />
          {t(`confidence.${fact.confidence}`)}
        </span>
      </p>
    </aside>
  )
}

/** A fact stated again: its first line only, and the way back to the whole note. */
export function NoteAgain({ fact, number }: { fact: FactNote; number: number }) {
  return (
    <p className="note again">
      <a href={`#fact-${fact.id}`}>
        <NoteHead fact={fact} number={number} as="span" />
      </a>
    </p>
  )
}

function NoteHead({ fact, number, as: Element = 'p' }: { fact: FactNote; number: number | null; as?: 'p' | 'span' }) {
  const t = useTranslations('lesson')
  return (
    <Element>
      {number !== null && <span className="no">{number}</span>}
      <StrokeSample stroke={strokeOf(fact)} />
      {fact.isOwnReading ? t('ownReading') : t(`statuses.${fact.status}`)}
    </Element>
  )
}

const squares = { high: 3, medium: 2, low: 1 } as const

function Confidence({ level }: { level: FactNote['confidence'] }) {
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

function asSentence(words: string, language: Language): string {
  return /[.。]$/u.test(words) ? words : words + (language === 'ja' ? '。' : '.')
}
