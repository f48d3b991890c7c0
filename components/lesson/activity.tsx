import type { ReactNode } from 'react'
import { targetIn } from '#domain/enrolments/activities'
import { useTranslations } from '../ui/words.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Html } from './html.tsx'

interface ActivityProps {
  id: string
  kind: 'sort' | 'spot' | 'walk'
  promptHtml: string
  /** Where the form posts `decision` and what was done; it answers 303 back to this lesson. Null where nothing is kept. */
  action: string | null
  /** What is kept of it so far. */
  kept: readonly string[]
  /** Told to screen readers after each go. */
  reached: string
  children: ReactNode
}

/** The sheet on which something is done in a lesson: what is asked, and a form that works without script. */
export function Activity({ id, kind, promptHtml, action, kept, reached, children }: ActivityProps) {
  const t = useTranslations('lesson')
  return (
    <section className={`activity ${kind}`} id={id} aria-labelledby={`${id}-asked`}>
      <p className="tab">{t(kind)}</p>
      <div className="sheet">
        <DecisionForm action={action} isDecided={kept.length > 0} reached={reached} turn={kept.join(' ')}>
          <input type="hidden" name="decision" value={id} />
          <Html as="p" className="asked-of" id={`${id}-asked`} html={promptHtml} />
          {children}
        </DecisionForm>
      </div>
    </section>
  )
}

interface Placed {
  targets: readonly { id: string; label: string }[]
  things: readonly { id: string; target: string }[]
  placed: readonly string[]
}

/** How many things stand where they belong, in words. */
export function usePlacedRightly({ things, placed }: Omit<Placed, 'targets'>): string {
  const t = useTranslations('lesson')
  const right = things.filter(({ id, target }) => targetIn(placed, id) === target).length
  return t('placedRightly', { right, of: things.length })
}

/** Where a thing belongs, and where the reader put it: in words, with a mark. */
export function Verdict({ targets, thing, placed }: Omit<Placed, 'things'> & { thing: Placed['things'][number] }) {
  const t = useTranslations('lesson')
  const labelOf = (id: string | null) => targets.find((target) => target.id === id)?.label ?? ''
  const own = targetIn(placed, thing.id)
  const isRight = own === thing.target
  return (
    <p className="verdict">
      <svg className="stamp" viewBox="0 0 12 12" aria-hidden="true">
        <path d={isRight ? 'M1.5 6.5l3 3 6-7' : 'M2 2l8 8M10 2l-8 8'} />
      </svg>
      {isRight
        ? t('asYouSaid', { target: labelOf(thing.target) })
        : t('notAsYouSaid', { target: labelOf(thing.target), yours: labelOf(own) })}
    </p>
  )
}
