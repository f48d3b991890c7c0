import { percentOf } from '#domain/attempts/score'
import type { DebriefView } from '#domain/labs/lab-view'
import { When } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'
import { CameAbout } from './came-about.tsx'
import { FoundAndMissed } from './found-and-missed.tsx'
import { NotesTold } from './notes-told.tsx'
import { TasksTold } from './tasks-told.tsx'

interface Props {
  review: Pick<
    DebriefView,
    'number' | 'score' | 'masteryScore' | 'findings' | 'evidence' | 'tasks' | 'found' | 'missed' | 'beside' | 'note' | 'decoys' | 'signals'
  > & {
    submittedAt: Date
    seconds: number
    hints: number
    hintsCost: number
    path: { at: number; table: string; words: string[] }[]
  }
}

/** Findings, evidence cited, notes, path and time of one attempt. Signals are beside the score, and change nothing in it. */
export function LabReviewed({ review }: Props) {
  const t = useTranslations('reports.lab')
  const { number, score, masteryScore, submittedAt, seconds, hints, signals, path } = review
  const minutes = Math.max(1, Math.round(seconds / 60))
  return (
    <div className="reviewed">
      <p>
        {t('result', { number, score: percentOf(score), mastery: percentOf(masteryScore), minutes, hints })}{' '}
        <When at={submittedAt} as="moment" />
      </p>
      <CameAbout findings={review.findings} evidence={review.evidence} hintsCost={review.hintsCost} who="they" />
      {signals.length > 0 && <Signals signals={signals} />}
      <FoundAndMissed debrief={review} who="they" />
      <NotesTold note={review.note} who="they" />
      <TasksTold debrief={review} who="they" />
      <section aria-labelledby="path-head">
        <h2 className="h2" id="path-head">
          {t('path')}
        </h2>
        {path.length === 0 && <p className="quiet">{t('noPath')}</p>}
        <ol className="plainlist">
          {path.map(({ at, table, words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was looked at never moves
            <li key={index}>
              <span className="quiet">{t('after', { clock: clockOf(at) })}</span> {table}
              {words.length > 0 && `: ${words.join(' · ')}`}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Signals({ signals }: { signals: DebriefView['signals'] }) {
  const t = useTranslations('lab')
  const say = useTranslations('reports.lab')
  return (
    <div className="problem">
      <p>{say('signals')}</p>
      <ul>
        {signals.map((signal) => (
          <li key={signal}>{t(`signal.${signal}`)}</li>
        ))}
      </ul>
    </div>
  )
}

/** Minutes and seconds: `4:05`. */
const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
