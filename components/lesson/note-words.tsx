import { type Stroke, strokeOf } from '#domain/catalogue/stroke'
import type { FactNote, Language } from '#domain/catalogue/types'
import { wordsIn } from '../ui/words.tsx'

/** The source of a statement in words, ready to be shown by whoever has no messages at hand. */
export interface NoteWords {
  /** Of the fact. */
  id: string
  label: string
  /** Its number in this lesson; null for a fact that only a figure or a question rests on. */
  number: number | null
  stroke: Stroke
  /** How it is known. */
  how: string
  whoSays: string
  source: string
  confidence: { level: FactNote['confidence']; words: string }
  /** Where the dossier of the case tells of it. */
  inDossier?: { href: string; words: string }
}

/** The dossier that goes with a lesson: the case, and which facts it tells of. */
export interface DossierOfLesson {
  case: string
  facts: readonly string[]
}

/** How a fact is known, who says so, where and when, how sure: in one language. */
export function noteInWords(
  fact: FactNote,
  language: Language,
  number: number | null = null,
  dossier: DossierOfLesson | null = null,
): NoteWords {
  const t = wordsIn(language, 'lesson')
  return {
    id: fact.id,
    label: number === null ? t('source') : t('sourceNumber', { number }),
    number,
    stroke: strokeOf(fact),
    how: fact.isOwnReading ? t('ownReading') : t(`statuses.${fact.status}`),
    whoSays: fact.whoSays[language],
    source: asSentence(fact.source[language], language),
    confidence: { level: fact.confidence, words: t(`confidence.${fact.confidence}`) },
    ...(dossier?.facts.includes(fact.id) && { inDossier: { href: `/cases/${dossier.case}#fact-${fact.id}`, words: t('inDossier') } }),
  }
}

function asSentence(words: string, language: Language): string {
  return /[.。]$/u.test(words) ? words : words + (language === 'ja' ? '。' : '.')
}
