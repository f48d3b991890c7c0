'use client'

import { useEffect, useState } from 'react'
import { useWords } from './use-words.ts'

const seen = 'casebook.lab-tour'
const stops = ['brief', 'ev', 'cf', 'task'] as const

/** The first time: four sentences about where is what. Remembered by the browser once it is closed. */
export function Tour() {
  const t = useWords()
  const [stop, setStop] = useState<number | null>(null)
  useEffect(() => {
    try {
      if (window.localStorage.getItem(seen) === null) setStop(0)
    } catch {
      // A browser that keeps nothing is not told every time.
    }
  }, [])
  const close = () => {
    setStop(null)
    window.localStorage.setItem(seen, 'seen')
  }
  const at = stop === null ? undefined : stops[stop]
  if (stop === null || !at) return null
  const isLast = stop === stops.length - 1
  return (
    <aside className="tour sheet" aria-label={t('tour')}>
      <p className="quiet small">{t('tourOf', { number: stop + 1, of: stops.length })}</p>
      <p>{t(`tour_${at}`)}</p>
      <div className="go">
        <button type="button" className="btn compact" onClick={() => (isLast ? close() : setStop(stop + 1))}>
          {t(isLast ? 'tourEnd' : 'tourNext')}
        </button>
        {!isLast && (
          <button type="button" className="linklike" onClick={close}>
            {t('tourClose')}
          </button>
        )}
      </div>
    </aside>
  )
}
