'use client'

import type { FormEvent } from 'react'

/** Resolves once everything done so far is saved, with the number that the next write carries; null where it will not be. */
export type Settled = () => Promise<number | null>

/** A form that is sent only when everything before it is saved, with the number that the next write carries. */
export function useLast(settled: Settled) {
  return async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const sequence = await settled()
    const field = form.elements.namedItem('sequence')
    if (sequence === null || !(field instanceof HTMLInputElement)) return
    field.value = String(sequence)
    form.submit()
  }
}
