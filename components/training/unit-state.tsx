import { percentOf } from '#domain/attempts/score'
import { useDates } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'
import type { UnitShown } from './view.ts'

/** How far one is in a unit, after its kind: nothing before it is begun, but how many attempts a quiz gives. */
export function UnitState({ unit }: { unit: UnitShown }) {
  const t = useTranslations('training')
  const { write } = useDates()
  const { quiz, part } = unit
  const score = unit.score === null ? null : percentOf(unit.score)
  if (unit.completedAt) {
    const date = write(unit.completedAt, 'date')
    return score === null ? t('stateComplete', { date }) : t('statePassed', { date, score })
  }
  if (part && part.number > 1) return t('statePart', { number: part.number, of: part.count })
  if (!quiz) return null
  switch (quiz.state.kind) {
    case 'open':
      return t('stateOpen')
    case 'paused':
      return t('statePaused', { until: write(quiz.state.until, 'moment') })
    case 'ready':
      return score === null ? t('stateReady', { left: quiz.state.left }) : t('stateAgain', { score, left: quiz.state.left })
    case 'passed':
      return null
  }
}
