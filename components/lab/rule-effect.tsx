'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { type RuleEffect as Effect, effectOf, evidenceOf, suspicionOf } from '#domain/labs/the-quiet-account/effect'
import type { HeldAgainst, RuleTuning } from '#domain/labs/types'
import { createAnnouncer } from './announcer.ts'
import type { InputProps } from './input-props.ts'
import { useWords } from './use-words.ts'

interface Props extends Pick<InputProps, 'view' | 'file'> {
  tuned: RuleTuning
  /** Null while some setting is not chosen. */
  rule: Readonly<Record<string, number>> | null
}

/** What the rule chosen would have done in the evidence, measured by what the learner found. It knows no more than the page does. */
export function RuleEffect({ view, file, tuned, rule }: Props) {
  const t = useWords()
  const evidence = useMemo(() => evidenceOf(view.tables), [view.tables])
  const effect = useMemo(() => rule && effectOf(evidence, rule, suspicionOf(evidence, file, tuned)), [evidence, file, tuned, rule])
  const told = useAnnounced(effect ? inOneSentence(effect, t) : '')
  return (
    <>
      <div className="effect">
        <h4>{t('effect')}</h4>
        {effect ? <Told effect={effect} /> : <p className="quiet small">{t('effectOpen')}</p>}
      </div>
      <p className="sr" role="status">
        {told}
      </p>
    </>
  )
}

/** What has changed since the task was opened, for those who do not see it. */
function useAnnounced(sentence: string): string {
  const [told, setTold] = useState('')
  const [announcer] = useState(() => createAnnouncer(setTold))
  const before = useRef(sentence)
  useEffect(() => {
    if (sentence !== before.current) announcer.put(sentence)
    before.current = sentence
  }, [announcer, sentence])
  useEffect(() => announcer.stop, [announcer])
  return told
}

type Words = ReturnType<typeof useWords>

const inOneSentence = ({ alerts, perDay, against }: Effect, t: Words): string =>
  [t('effectTold', { alerts, perDay }), ...(against ? [caughtInWords(against, t), falseAlarmsInWords(against, t)] : [])].join(' ')

const caughtInWords = ({ night, nights }: HeldAgainst, t: Words): string =>
  night === null ? t('caughtNone', { nights }) : t('caught', { night, nights })

const falseAlarmsInWords = ({ falseAlarms, falseAlarmsPerWeek }: HeldAgainst, t: Words): string =>
  t('falseAlarms', { falseAlarms, perWeek: falseAlarmsPerWeek })

function Told({ effect }: { effect: Effect }) {
  const t = useWords()
  const { alerts, perDay, most, accounts, against } = effect
  return (
    <>
      <p>{t('effectTold', { alerts, perDay })}</p>
      <Days byDay={effect.byDay} most={most?.alerts ?? 1} />
      {most && <p className="quiet small">{t('effectMost', { day: most.day, alerts: most.alerts, accounts })}</p>}
      {against ? (
        <>
          <p>
            <b>{caughtInWords(against, t)}</b>
          </p>
          <p>{falseAlarmsInWords(against, t)}</p>
          <p className="quiet small">{t('effectAgainst', { account: against.account })}</p>
        </>
      ) : (
        <p className="quiet small">{t('effectUnknown')}</p>
      )}
    </>
  )
}

/** Alerts by day, as small bars; the sentences say the same in numbers. */
function Days({ byDay, most }: Pick<Effect, 'byDay'> & { most: number }) {
  return (
    <div className="days" aria-hidden="true">
      {byDay.map(({ day, alerts }) => (
        <span key={day} style={{ '--part': alerts / most } as React.CSSProperties} />
      ))}
    </div>
  )
}
