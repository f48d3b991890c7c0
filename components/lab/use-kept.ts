'use client'

import { useState } from 'react'

/** What stands in a field: what is typed, until what it stands for is changed elsewhere. */
export function useKept(now: string): [value: string, set: (value: string) => void] {
  const [value, set] = useState(now)
  const [seen, setSeen] = useState(now)
  if (seen !== now) {
    setSeen(now)
    set(now)
  }
  return [value, set]
}
