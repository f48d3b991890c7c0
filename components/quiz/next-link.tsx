'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The way on, which Enter takes as well while nothing else has the focus. */
export function NextLink({ address, hint, children }: { address: string; hint: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && document.activeElement === document.body) link.current?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <a className="btn" href={address} ref={link}>
      {children}{' '}
      <span className="key" aria-hidden="true">
        {hint}
      </span>
    </a>
  )
}
