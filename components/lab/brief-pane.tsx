'use client'

import type { ReactNode } from 'react'
import type { LabView } from '#domain/labs/lab-view'
import { useWords } from './use-words.ts'

interface Props {
  view: LabView
  file: LabView['file']
  current: string
  choose: (task: string) => void
  children: ReactNode
}

/** Who one is, what is asked, and how far one is. */
export function BriefPane({ view, file, current, choose, children }: Props) {
  const t = useWords()
  return (
    <section className="pane brief" id="brief" aria-labelledby="brief-head">
      <div className="inner">
        <h2 id="brief-head">{t('brief')}</h2>
        {view.brief.map((text) => (
          <p key={text} className="story">
            {text}
          </p>
        ))}
        <ol className="tasks">
          {view.tasks.map(({ id, short }, index) => (
            <li key={id} aria-current={id === current ? 'step' : undefined}>
              <span>{index + 1}</span>
              <a
                href={`?task=${id}#cf`}
                onClick={(event) => {
                  event.preventDefault()
                  choose(id)
                }}
              >
                {short}
              </a>
              <small>{stateOf(file.tasks[id], t)}</small>
            </li>
          ))}
        </ol>
        {children}
      </div>
    </section>
  )
}

function stateOf(held: LabView['file']['tasks'][string] | undefined, t: ReturnType<typeof useWords>): string {
  if (!held) return ''
  return held.certainty ? t('given', { certainty: t(held.certainty).toLocaleLowerCase() }) : t('chosen')
}
