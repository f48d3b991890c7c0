import type { figureDashes } from './stroke.tsx'

export type Dashes = (typeof figureDashes)[keyof typeof figureDashes]

interface TimelineLineProps {
  d: string
  kind: 'bar' | 'line'
  dashes: Dashes
}

/** The bar or the stem of an entry, drawn as its statement is known. */
export function TimelineLine({ d, kind, dashes }: TimelineLineProps) {
  return (
    <path
      className={kind === 'bar' ? 'event' : 'stem'}
      d={d}
      strokeDasharray={dashes[kind]}
      strokeLinecap={dashes.isRound ? 'round' : undefined}
    />
  )
}
