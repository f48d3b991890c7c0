'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { shelfOf } from './unsent.ts'
import { beside, bringIntoSight } from './use-sight.ts'
import { useWords } from './use-words.ts'

const seen = 'casebook.lab-tour'
/** Each is told of the part of the page with that id. */
const stops = ['brief', 'ev', 'cf', 'task', 'give'] as const

export interface TourAt {
  stop: number | null
  go: (stop: number | null) => void
  /** What starts it again, and gets the focus when it is left. */
  opener: RefObject<HTMLButtonElement | null>
}

/** The first time it begins by itself. Remembered by the browser once it is left; on a shared device until the tab is closed. */
export function useTour(isShared: boolean): TourAt {
  const [stop, setStop] = useState<number | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const shelf = shelfOf(isShared)
    // A browser that keeps nothing is not told every time.
    if (shelf?.getItem(seen) === null) setStop(0)
  }, [isShared])
  const go = (next: number | null) => {
    setStop(next)
    if (next !== null) return
    opener.current?.focus()
    try {
      shelfOf(isShared)?.setItem(seen, 'seen')
    } catch {
      // A full one: it is told once more.
    }
  }
  return { stop, go, opener }
}

/** A few sentences about where is what, one part of the page after the other. */
export function Tour({ stop, go }: TourAt) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const at = stop === null ? undefined : stops[stop]
  const isOpen = at !== undefined
  useEffect(() => {
    if (isOpen) box.current?.focus({ preventScroll: true })
  }, [isOpen])
  useEffect(() => (at ? pointAt(at) : undefined), [at])
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving is the same at every stop
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && go(null)
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [isOpen])
  if (stop === null || !at) return null
  const isLast = stop === stops.length - 1
  return (
    <div ref={box} className="tour sheet" role="dialog" aria-labelledby="tour-head" aria-describedby="tour-text" tabIndex={-1} data-at={at}>
      <h2 id="tour-head">{t('tour')}</h2>
      <div id="tour-text" aria-live="polite">
        <p className="quiet small">{t('tourOf', { number: stop + 1, of: stops.length })}</p>
        <p>{t(`tour_${at}`)}</p>
      </div>
      <div className="go">
        <button type="button" className="btn compact" onClick={() => go(isLast ? null : stop + 1)}>
          {t(isLast ? 'tourEnd' : 'tourNext')}
        </button>
        {stop > 0 && (
          <button type="button" className="btn plain compact" onClick={() => go(stop - 1)}>
            {t('tourBack')}
          </button>
        )}
        {!isLast && (
          <button type="button" className="linklike" onClick={() => go(null)}>
            {t('tourClose')}
          </button>
        )}
      </div>
    </div>
  )
}

/** Frames a part of the page, and brings it into sight. @returns what takes the frame away. */
function pointAt(id: string): () => void {
  const part = document.getElementById(id)
  // Below each other it stands above what tells of it.
  part?.setAttribute('data-pointed', '')
  if (part) bringIntoSight(part, beside.lab)
  return () => part?.removeAttribute('data-pointed')
}
