'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'

interface Props {
  /** Where it is told that files have changed. */
  url: string
  words: Record<'follows' | 'reading' | 'lost', string>
}

/** Has the page made anew when its files change, without leaving the spot, and says so. A page that nobody sees waits until it is seen. */
export function Renew({ url, words }: Props) {
  const router = useRouter()
  const [isLost, setIsLost] = useState(false)
  const [isReading, startReading] = useTransition()

  useEffect(() => {
    let changes: EventSource | null = null
    let wasOpen = false
    const renew = () => startReading(() => router.refresh())
    const follow = () => {
      changes?.close()
      changes = document.hidden ? null : new EventSource(url)
      if (!changes) return
      changes.onopen = () => {
        setIsLost(false)
        if (wasOpen) renew() // nobody told what changed in between
        wasOpen = true
      }
      changes.onerror = () => setIsLost(true)
      changes.onmessage = renew
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      changes?.close()
    }
  }, [url, router])

  return (
    <p className="meta" role="status">
      {isLost ? words.lost : isReading ? words.reading : words.follows}
    </p>
  )
}
