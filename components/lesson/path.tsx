import type { Language, PathFigure } from '#domain/catalogue/types'
import { NarrowPath } from './path-narrow.tsx'
import { WidePath } from './path-wide.tsx'

export interface PathProps {
  figure: PathFigure
  language: Language
}

/** Stops from the origin to the target, the border between them, and what the viewer sees of it. */
export function Path(props: PathProps) {
  return (
    <>
      <WidePath {...props} />
      <NarrowPath {...props} />
    </>
  )
}
