import type { Tick } from './time-scale.ts'

interface TimeTicksProps {
  ticks: Tick[]
  top: number
  bottom: number
  /** The baseline of the words. */
  wordsY: number
  width: number
}

/** The years or months of a drawing in which time goes to the right. */
export function TimeTicks({ ticks, top, bottom, wordsY, width }: TimeTicksProps) {
  return ticks.map(({ at, words }) => (
    <g key={at}>
      <path className="grid" d={`M${at} ${top}V${bottom}`} />
      <text x={at} y={wordsY} textAnchor={at < 24 ? 'start' : at > width - 24 ? 'end' : 'middle'}>
        {words}
      </text>
    </g>
  ))
}
