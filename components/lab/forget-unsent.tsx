'use client'

import { useEffect, useState } from 'react'
import { forgetUnsent, shelfOf } from './unsent.ts'

/** Removes what others left unsent in this browser, or everybody where nobody is named, and says so where words are given. */
export function ForgetUnsent({ but = null, told }: { but?: string | null; told?: string }) {
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    const gone = [true, false].map((isShared) => forgetUnsent(shelfOf(isShared), but))
    if (gone.some((count) => count > 0)) setTold(true)
  }, [but])
  if (!told) return null
  return <div role="status">{isTold && <p className="problem">{told}</p>}</div>
}
