'use client'

import { Problem } from '#components/ui/problem'

/** A page that broke while it was open. One that could not be made at all is answered by the server process, without script. */
export default function BrokenPage({ error }: { error: Error & { digest?: string } }) {
  return <Problem number={error.digest} />
}
