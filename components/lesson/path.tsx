import { NarrowPath } from './path-narrow.tsx'
import type { PathProps } from './path-parts.tsx'
import { WidePath } from './path-wide.tsx'

/** Stops from the origin to the target, the border between them, and what the viewer sees of it. */
export function Path(props: PathProps) {
  return (
    <>
      <WidePath {...props} />
      <NarrowPath {...props} />
    </>
  )
}
