'use client'

import { Problem } from '#components/ui/problem'

/** The same where the frame around all pages broke. */
export default function BrokenFrame({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <Problem number={error.digest} />
      </body>
    </html>
  )
}
