import { Fragment } from 'react'
import type { Block, DecisionChoice } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Html } from './html.tsx'

interface DecisionProps {
  decision: Extract<Block, { kind: 'decision' }>
  /** Where the form posts `decision` and `choice`; it answers 303 back to this lesson. Null where nothing is kept. */
  action: string | null
  /** Ids of the choices looked at so far, first the one made. */
  looked: readonly string[]
}

/**
 * A question with choices. The first choice is given with the button; what comes of it then shows, and every other choice can be looked at.
 * Which consequences show is decided by the style sheet, so that it needs no script.
 */
export function Decision({ decision, action, looked }: DecisionProps) {
  const t = useTranslations('lesson')
  const shown = looked.at(-1)
  return (
    <section className="decision" id={decision.id} aria-labelledby={`${decision.id}-asked`}>
      <p className="tab">{t('decision')}</p>
      <div className="sheet">
        <DecisionForm action={action} isDecided={looked.length > 0} reached={t('reached')}>
          <input type="hidden" name="decision" value={decision.id} />
          <fieldset>
            <Html as="legend" id={`${decision.id}-asked`} html={decision.promptHtml} />
            {decision.choices.map((choice) => (
              <Fragment key={choice.id}>
                <label className="choice">
                  <input type="radio" name="choice" value={choice.id} required defaultChecked={choice.id === shown} />
                  <span>
                    <Html as="span" html={choice.html} />
                    {choice.id === looked[0] && <small className="made">{t('made')}</small>}
                  </span>
                </label>
                <Consequences choice={choice} />
              </Fragment>
            ))}
          </fieldset>
          <p className="before">
            <button type="submit" className="btn">
              {t('decide')}
            </button>
          </p>
          <p className="after meta">{t('lookAtOthers')}</p>
        </DecisionForm>
      </div>
    </section>
  )
}

function Consequences({ choice }: { choice: DecisionChoice }) {
  const t = useTranslations('lesson')
  return (
    <div className="then">
      <ol className="docket">
        {choice.consequences.map(({ time, html }) => (
          <li key={html}>
            <p className="on">{time ?? t('why')}</p>
            <Html className="matter" html={html} />
          </li>
        ))}
      </ol>
    </div>
  )
}
