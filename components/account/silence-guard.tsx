'use client'

import { useEffect, useRef, useState } from 'react'

interface Props {
  /** Milliseconds of silence after which the session ends. */
  limit: number
  /** Posted to while somebody is there. */
  seenUrl: string
  leave: () => Promise<void>
  /** Where the browser goes once it has left. */
  leftUrl: string
  words: { title: string; text: string; countdown: [string, string]; stay: string }
}

/** The last minute is counted down. */
const warning = 60_000
/** Somebody's presence is told to the server at most this often. */
const tellEvery = 30_000
const signs = ['keydown', 'pointerdown', 'wheel', 'scroll', 'touchmove'] as const

/**
 * Ends the session of a shared device after a time without a key, a touch or a scroll in any of its tabs, and warns before.
 * Time is the clock's, so that a device that slept ends it on waking. The server ends it by the same limit without this.
 */
export function SilenceGuard({ limit, seenUrl, leave, leftUrl, words }: Props) {
  const [left, setLeft] = useState(limit)
  const dialog = useRef<HTMLDialogElement>(null)
  const isWarning = left <= warning

  useEffect(() => {
    const tabs = new BroadcastChannel('casebook-presence')
    let lastSign = Date.now()
    let lastTold = Date.now()
    const go = () => location.replace(leftUrl)
    const end = () => {
      clearInterval(clock)
      leave().then(go, go)
    }
    const note = () => {
      lastSign = Date.now()
      setLeft(limit)
    }
    const seen = () => {
      if (Date.now() - lastSign >= limit) return
      note()
      tabs.postMessage('seen')
      if (Date.now() - lastTold < tellEvery) return
      lastTold = Date.now()
      const told = fetch(seenUrl, { method: 'POST', body: new URLSearchParams(), headers: { accept: 'application/json' } })
      told.then(({ status }) => status === 401 && end()).catch(() => null) // without a network the server's clock decides
    }
    const clock = setInterval(() => {
      const silent = Date.now() - lastSign
      if (silent >= limit) end()
      else if (silent >= limit - warning) setLeft(limit - silent)
    }, 1000)
    tabs.onmessage = note
    for (const sign of signs) addEventListener(sign, seen, { passive: true, capture: true })
    return () => {
      clearInterval(clock)
      tabs.close()
      for (const sign of signs) removeEventListener(sign, seen, { capture: true })
    }
  }, [limit, seenUrl, leave, leftUrl])

  useEffect(() => {
    if (isWarning) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isWarning])

  return (
    <dialog ref={dialog} className="silence" aria-labelledby="silence-title" aria-describedby="silence-text">
      <h2 id="silence-title" className="h2">
        {words.title}
      </h2>
      <p id="silence-text">{words.text}</p>
      <p className="count" aria-hidden>
        {words.countdown.join(String(Math.max(0, Math.ceil(left / 1000))))}
      </p>
      <p>
        <button type="button" className="btn">
          {words.stay}
        </button>
      </p>
    </dialog>
  )
}
