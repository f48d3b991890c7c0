import type { ReactNode } from 'react'
import { percentOf } from '#domain/attempts/score'
import type { Language } from '#domain/catalogue/types'
import type { DebriefView } from '#domain/labs/lab-view'
import { Claim } from '../lesson/claim.tsx'
import { KeyOfStrokes } from '../lesson/key-of-strokes.tsx'
import { Refused } from '../quiz/refused.tsx'
import { useTranslations } from '../ui/words.tsx'
import { CameAbout } from './came-about.tsx'
import { FoundAndMissed } from './found-and-missed.tsx'
import { NotesTold } from './notes-told.tsx'
import { PlanReplayed } from './plan-replayed.tsx'
import { Replay } from './replay.tsx'
import { TasksTold } from './tasks-told.tsx'

interface Props {
  title: string
  debrief: DebriefView
  language: Language
  words: Record<string, string>
  refusal: string | null
  /** The best score so far, where the lab was passed before this attempt, which changes nothing of that. */
  best: number | null
  /** Whether the course still takes attempts. */
  isOpen: boolean
  /** The seal, and another attempt. */
  children: ReactNode
}

/** What was there, what one found, what only looked guilty, how one could have seen it, and the real case behind it. */
export function Debrief({ title, debrief, language, words, refusal, best, isOpen, children }: Props) {
  const t = useTranslations('lab')
  const { score, masteryScore, isPassed, findings, evidence, hints } = debrief
  const steps = t.raw('showStep') as string
  return (
    <div className="debrief">
      <header>
        <p className="meta">{t('debriefOf', { title, number: debrief.number })}</p>
        <h1 className="sentence">
          {best === null
            ? t(isPassed ? 'passed' : 'failed', { score: percentOf(score), mastery: percentOf(masteryScore) })
            : t('repeated', { score: percentOf(score), best: percentOf(best) })}
        </h1>
        <Refused sentence={refusal} />
        <CameAbout {...{ findings, evidence }} hintsCost={hints} who="you" />
        {children}
      </header>
      <FoundAndMissed debrief={debrief} who="you" />
      <NotesTold note={debrief.note} who="you" />
      {debrief.plan && <PlanReplayed plan={debrief.plan} isOpen={isOpen} />}
      <Replay debrief={debrief} words={words} heading={t('path')} showStep={steps} />
      <TasksTold debrief={debrief} who="you" />
      <Calibration debrief={debrief} />
      <section aria-labelledby="case-head">
        <h2 className="h2" id="case-head">
          {t('realCase')}
        </h2>
        <KeyOfStrokes facts={debrief.facts} />
        <div className="claim">
          <Claim
            record={{ kind: 'record', html: debrief.recordHtml, facts: debrief.facts.map(({ id }) => id) }}
            language={language}
            facts={Object.fromEntries(debrief.facts.map((fact) => [fact.id, fact]))}
            numbers={new Map(debrief.facts.map(({ id }, index) => [id, index + 1]))}
            dossier={null}
            isFirst={() => true}
          />
        </div>
        <h2 className="h2">{t('control')}</h2>
        <p className="text">{debrief.control}</p>
        <p className="meta">{controlsInWords(debrief.controls)}</p>
      </section>
    </div>
  )
}

const names = { cis: 'CIS Controls v8.1', 'nist-csf': 'NIST CSF 2.0', 'iso-27001': 'ISO/IEC 27001:2022' } as const

const controlsInWords = (controls: DebriefView['controls']): string =>
  (Object.keys(names) as (keyof typeof names)[])
    .flatMap((key) => (controls[key]?.length ? [`${names[key]}: ${controls[key].join(', ')}`] : []))
    .join(' · ')

function Calibration({ debrief: { calibration, namesOnly, signals, isReadable } }: { debrief: DebriefView }) {
  const t = useTranslations('lab')
  return (
    <section aria-labelledby="sure-head">
      <h2 className="h2" id="sure-head">
        {t('calibration')}
      </h2>
      <ul className="plainlist">
        {calibration.map(({ certainty, given, worth }) => (
          <li key={certainty}>
            {t('calibrated', { certainty: t(`bench.${certainty}`).toLocaleLowerCase(), given, worth: percentOf(worth) })}
          </li>
        ))}
      </ul>
      {namesOnly && <p>{t('namesOnly', { by: namesOnly.by, guess: percentOf(namesOnly.guess), chance: percentOf(namesOnly.chance) })}</p>}
      {signals.length > 0 && (
        <>
          <p>{t(isReadable ? 'signals' : 'signalsPrivate')}</p>
          <ul className="plainlist">
            {signals.map((signal) => (
              <li key={signal}>{t(`signal.${signal}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
