'use client'

import { useEffect } from 'react'

const here = () => window.location.pathname + window.location.search

/**
 * Keeps the address in step with what is shown, so that a reload, the way back and the language button of the head lead to it again.
 * What an earlier address stands for is loaded: it may have changed since.
 */
export function useHistory(address: string, isInPlace: boolean): void {
  useEffect(() => {
    if (isInPlace) {
      if (here() !== address) window.history.pushState(null, '', address)
      const leadsTo = document.querySelector<HTMLInputElement>('form[action="/language"] input[name=next]')
      if (leadsTo) leadsTo.value = address
    }
    const shown = here()
    const load = () => {
      if (here() !== shown) window.location.reload()
    }
    window.addEventListener('popstate', load)
    return () => window.removeEventListener('popstate', load)
  }, [address, isInPlace])
}
