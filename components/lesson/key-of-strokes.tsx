import { type Stroke, strokeOf, strokes } from '#domain/catalogue/stroke'
import type { FactNote } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { StrokeSample } from './stroke.tsx'

/** What each stroke under the attributing words means; only those that this lesson uses. */
export function KeyOfStrokes({ facts }: { facts: FactNote[] }) {
  const t = useTranslations('lesson')
  const used = new Set<Stroke>(facts.map(strokeOf))
  const shown = strokes.filter((stroke) => stroke !== 'own').filter((stroke) => used.has(stroke))
  if (shown.length === 0) return null
  return (
    <ul className="keyline wide" aria-label={t('key')}>
      <li>{t('key')}</li>
      {shown.map((stroke) => (
        <li key={stroke}>
          <StrokeSample stroke={stroke} />
          {t(`strokes.${stroke}`)}
        </li>
      ))}
    </ul>
  )
}
