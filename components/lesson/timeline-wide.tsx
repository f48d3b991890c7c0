import { lineHeight } from './figure-text.ts'
import { SvgLines } from './svg-lines.tsx'
import { TimeTicks } from './time-ticks.tsx'
import { type Dashes, TimelineLine } from './timeline-line.tsx'
import type { Mark } from './timeline-marks.ts'
import type { WideMark, WideTimeline } from './timeline-wide-layout.ts'

interface TimelineWideProps {
  layout: WideTimeline
  width: number
  label: string
  dashesOf: (mark: Mark) => Dashes
}

export function TimelineWide({ layout: { marks, ticks, top, bottom }, width, label, dashesOf }: TimelineWideProps) {
  return (
    <svg className="chart wide-only" viewBox={`0 ${-top} ${width} ${top + bottom}`} role="img" aria-label={label}>
      <TimeTicks ticks={ticks} top={-top} bottom={bottom} wordsY={24} width={width} />
      <path className="axis" d={`M1 0H${width - 1}`} />
      {marks.map((mark) => (
        <MarkView key={`${mark.kind}${mark.index}`} mark={mark} dashes={dashesOf(mark)} />
      ))}
    </svg>
  )
}

function MarkView({ mark, dashes }: { mark: WideMark; dashes: Dashes }) {
  const { kind, x, endX, lineY, textY, titleLines, detailLines } = mark
  const words = wordsOf(mark)
  return (
    <g>
      {kind === 'bar' && <TimelineLine d={`M${x} ${lineY}H${endX}`} kind="bar" dashes={dashes} />}
      {kind === 'span' && <path className="bracket" d={`M${x} ${lineY - 4}v8m0-4H${endX}m0-4v8`} />}
      {kind === 'point' && (
        <>
          <TimelineLine d={`M${x} 0V${lineY}`} kind="line" dashes={dashes} />
          <circle className="dot" cx={x} cy={0} r="4" />
        </>
      )}
      <SvgLines lines={titleLines} {...words} y={textY} className={kind === 'span' ? 't' : 'k'} />
      <SvgLines lines={detailLines} {...words} y={textY + titleLines.length * lineHeight} />
    </g>
  )
}

/** Words of a span stand in its middle, all others against their stem or the beginning of their bar. */
function wordsOf({ kind, x, left, right }: WideMark): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (kind === 'span') return { x: (left + right) / 2, anchor: 'middle' }
  return kind === 'point' && left < x ? { x: right, anchor: 'end' } : { x: left, anchor: 'start' }
}
