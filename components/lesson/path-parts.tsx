import type { Language, PathFigure } from '#domain/catalogue/types'

export interface PathProps {
  figure: PathFigure
  language: Language
}

/** The index of the first stop on the other side of the border. */
export function crossingOf({ stops }: PathFigure): number {
  return stops.findIndex(({ side }) => side !== stops[0]?.side)
}

/** The first and last of the stops that the viewer sees. */
export function seenOf({ stops }: PathFigure): [number, number] {
  return [
    Math.max(
      0,
      stops.findIndex(({ seen }) => seen),
    ),
    Math.max(
      0,
      stops.findLastIndex(({ seen }) => seen),
    ),
  ]
}

export function Stop({ x, y, isSeen }: { x: number; y: number; isSeen: boolean }) {
  return <circle className={isSeen ? 'stop seen' : 'stop'} cx={x} cy={y} r="8" />
}

/** A way to the right or downwards; dashed when what it comes from is out of sight. */
export function Arrow({ from, to, isSeen }: { from: [number, number]; to: [number, number]; isSeen: boolean }) {
  const isDown = from[0] === to[0]
  const head = isDown ? `M${to[0] - 4} ${to[1] - 7}l4 7 4-7` : `M${to[0] - 7} ${to[1] - 4}l7 4-7 4`
  return (
    <>
      <path className={isSeen ? 'way seen' : 'way'} d={`M${from.join(' ')}L${to.join(' ')}`} />
      <path className="head" d={head} />
    </>
  )
}
