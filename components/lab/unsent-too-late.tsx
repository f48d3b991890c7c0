'use client'

import { useEffect, useState } from 'react'
import { shelfOf, unsentStore } from './unsent.ts'
import type { Keeper } from './use-bench.ts'

/** Says once that something was left unsent here when the attempt was handed in elsewhere. */
export function UnsentTooLate({ keeper: { person, isShared }, attempt, told }: { keeper: Keeper; attempt: string; told: string }) {
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    const store = unsentStore(shelfOf(isShared), person, attempt)
    const left = store.read().flatMap(({ changes }) => changes)
    if (left.some((change) => change.do !== 'look')) setTold(true)
    store.keep({ sequence: 0, underWay: 0, changes: [] })
  }, [person, isShared, attempt])
  return <div role="status">{isTold && <p className="problem">{told}</p>}</div>
}
