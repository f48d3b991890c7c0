import { useLocale } from 'next-intl'
import { SealSlot } from '../ui/seal.tsx'
import { useTranslations } from '../ui/words.tsx'
import { UnitSeal } from './seals.tsx'
import type { PassageShown, UnitShown } from './view.ts'

/** The units of a course in a row: seals pressed and still open. */
export function Slots({ passage: { units, next } }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const language = useLocale()
  return (
    <ol className="slots" aria-label={t('units')}>
      {units.map((unit, index) => (
        <li key={unit.id} aria-current={unit.id === next?.id ? 'step' : undefined}>
          {unit.completedAt ? <UnitSeal completedAt={unit.completedAt} /> : <SealSlot number={index + 1} />}
          <span>
            <b>{unit.title[language]}</b>
            <UnitMeta unit={unit} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What a unit is and how long it takes, or how far one is. */
export function UnitMeta({ unit }: { unit: UnitShown }) {
  const t = useTranslations('training')
  const kind = t(`kinds.${unit.kind}`)
  if (unit.isComplete) return kind
  if (unit.part && unit.part.number > 1) return t('partOf', { number: unit.part.number, of: unit.part.count })
  if (unit.quiz?.state.kind === 'open') return t('inTheMiddle')
  return t('kindAndMinutes', { kind, minutes: unit.minutes })
}
