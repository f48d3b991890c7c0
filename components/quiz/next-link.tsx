'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

const operable = 'a, button, summary, input, select, textarea'

interface Props {
  address: string
  hint: string
  /** Shows what is at the address without loading it; null when it has to be loaded. */
  go: (() => void) | null
  children: ReactNode
}

/** The way on, which Enter takes as well while nothing that can be operated has the focus. */
export function NextLink({ address, hint, go, children }: Props) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A key still held down has given the response, and must not skip what came of it.
      if (event.key === 'Enter' && !event.repeat && !document.activeElement?.matches(operable)) link.current?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const click = (event: MouseEvent) => {
    if (!go || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go()
  }
  return (
    <a className="btn" href={address} ref={link} onClick={click}>
      {children}{' '}
      <span className="key" aria-hidden="true">
        {hint}
      </span>
    </a>
  )
}
