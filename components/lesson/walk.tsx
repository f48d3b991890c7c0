import type { WalkBlock } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { Activity } from './activity.tsx'
import { Html } from './html.tsx'

interface WalkProps {
  walk: WalkBlock
  action: string | null
  /** The steps looked at so far. */
  looked: readonly string[]
}

/** Moments one after another: what is seen, then, after a closer look, what it could have told; and the next moment. */
export function Walk({ walk, action, looked }: WalkProps) {
  const t = useTranslations('lesson')
  const { steps } = walk
  const shown = steps.slice(0, looked.length + 1)
  const next = steps[looked.length]
  const where = next ? t('stepOf', { number: looked.length + 1, of: steps.length }) : t('walked')
  return (
    <Activity {...walk} action={action} kept={looked} reached={where}>
      <ol className="docket">
        {shown.map((step) => (
          <li key={step.id}>
            <p className="on">{step.time}</p>
            <div className="matter">
              <Html as="p" html={step.html} />
              {looked.includes(step.id) && (
                <div className="told">
                  <p className="meta">{t('toWhoLooked')}</p>
                  <Html as="p" html={step.whyHtml} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {next ? (
        <p className="go">
          <input type="hidden" name="choice" value={next.id} />
          <button type="submit" className="btn" data-next>
            {t('look')}
          </button>
          <span className="meta">{where}</span>
        </p>
      ) : (
        <p className="result" tabIndex={-1} data-next>
          {where}
        </p>
      )}
    </Activity>
  )
}
