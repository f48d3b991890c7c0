'use client'

import { useState } from 'react'
import { Problem } from '#components/ui/problem'

/** The same where the frame around all pages broke. */
export default function BrokenFrame({ error }: { error: Error & { digest?: string } }) {
  // While this is made the frame that broke still stands: what it says of a demonstration goes on being said.
  const [demo] = useState(() => (typeof document === 'undefined' ? null : document.querySelector('aside.demo')))
  return (
    <html lang="en">
      <body>
        {demo && (
          <aside className="demo" aria-label={demo.getAttribute('aria-label') ?? undefined}>
            {demo.textContent}
          </aside>
        )}
        <Problem number={error.digest} />
      </body>
    </html>
  )
}
