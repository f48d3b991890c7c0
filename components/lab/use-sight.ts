'use client'

import { useEffect, useState } from 'react'

/** Wide enough for what is asked for to stand beside what asks for it. */
export const beside = { lab: '(min-width: 70rem)', debrief: '(min-width: 62rem)' }

/** Brings a part of the page into sight: below each other it comes to the top, beside each other nothing moves that is in sight already. */
export function bringIntoSight(part: Element, besideEachOther: string): void {
  part.scrollIntoView({ block: window.matchMedia(besideEachOther).matches ? 'nearest' : 'start' })
}

/** A part of the page, by its id, and what in it takes the focus: the first of it that is there. */
export interface Sight {
  part: string
  focus: string
}

/** Once what was asked for is in the page, it comes into sight and takes the focus: one goes on from there, by eye, by key and by ear. */
export function useSight(besideEachOther: string): (sight: Sight) => void {
  const [wanted, want] = useState<Sight | null>(null)
  useEffect(() => {
    const part = wanted && document.getElementById(wanted.part)
    if (!part) return
    part.querySelector<HTMLElement>(wanted.focus)?.focus({ preventScroll: true })
    bringIntoSight(part, besideEachOther)
  }, [wanted, besideEachOther])
  // The same may be asked for again.
  return (sight) => want({ ...sight })
}
