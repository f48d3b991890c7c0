'use client'

import { useState } from 'react'
import type { DebriefView } from '#domain/labs/lab-view'
import type { View } from '#domain/labs/types'
import { EvidencePane } from './evidence-pane.tsx'
import { Unbroken } from './unbroken.tsx'
import { beside, useSight } from './use-sight.ts'
import { numberIn, WordsContext } from './use-words.ts'

interface Props {
  debrief: Pick<DebriefView, 'steps' | 'tables' | 'values' | 'found' | 'missed'>
  words: Record<string, string>
  heading: string
  showStep: string
}

/** The expert's path, step by step; each sets the view in which one sees it. Proof is marked in the evidence. */
export function Replay({ debrief, words, heading, showStep }: Props) {
  const { steps, tables, values, found, missed } = debrief
  const number = numberIn(words)
  const [step, setStep] = useState(0)
  const [view, setView] = useState<View>(steps[0]?.view ?? { table: tables[0]?.id ?? '', where: [] })
  const show = useSight(beside.debrief)
  const proof = [...found, ...missed].map(({ row }) => row)
  return (
    <WordsContext value={words}>
      <section className="replay" aria-labelledby="replay-head">
        <div className="path">
          <h2 className="h2" id="replay-head">
            {heading}
          </h2>
          <ol>
            {steps.map((one, index) => (
              <li key={one.id} aria-current={index === step ? 'step' : undefined}>
                <h3>
                  <Unbroken text={one.title} />
                </h3>
                <p>
                  <Unbroken text={one.text} />
                </p>
                <button
                  type="button"
                  className="btn plain compact"
                  onClick={() => {
                    setStep(index)
                    setView(one.view)
                    show({ part: 'ev', focus: '.count' })
                  }}
                >
                  {showStep.replace('{rows}', number(one.rows))}
                </button>
              </li>
            ))}
          </ol>
        </div>
        <EvidencePane
          tables={tables}
          values={values}
          view={view}
          look={setView}
          viewOf={(table) => ({ table, where: [] })}
          marked={proof}
          isPicking
          form={null}
          toggle={null}
          first={0}
        />
      </section>
    </WordsContext>
  )
}
