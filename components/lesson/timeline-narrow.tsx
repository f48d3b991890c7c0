import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { lineHeight, wrapText } from './figure-text.ts'
import { SvgLines } from './svg-lines.tsx'
import { type Dashes, TimelineLine } from './timeline-line.tsx'
import type { Mark } from './timeline-marks.ts'
import { layOutNarrow, type NarrowMark } from './timeline-narrow-layout.ts'

interface TimelineNarrowProps {
  figure: TimelineFigure
  language: Language
  className: string
  dashesOf: (mark: Mark) => Dashes
}

const width = 330
const textX = 92
const axisX = 50

export function TimelineNarrow({ figure, language, className, dashesOf }: TimelineNarrowProps) {
  const { marks, ticks, height, axisEnd } = layOutNarrow(figure, language, width - textX)
  return (
    <svg className={`chart ${className}`} viewBox={`0 0 ${width} ${Math.ceil(height)}`} role="img" aria-label={figure.text[language]}>
      {ticks.map(({ at, words }) => (
        <g key={at}>
          <path className="grid" d={`M44 ${at}H${width}`} />
          <SvgLines lines={wrapText(words, axisX - 6)} x={0} y={at + 4} />
        </g>
      ))}
      <path className="axis" d={`M${axisX} 14V${axisEnd}`} />
      {marks.map((mark) => (
        <MarkView key={`${mark.kind}${mark.index}`} mark={mark} dashes={dashesOf(mark)} />
      ))}
    </svg>
  )
}

function MarkView({ mark, dashes }: { mark: NarrowMark; dashes: Dashes }) {
  const { kind, y, endY, textY, titleLines } = mark
  const x = axisX + 12 + mark.lane * 10
  const target = textY - 4
  return (
    <g>
      {kind === 'bar' && <TimelineLine d={`M${x} ${y}V${endY}`} kind="bar" dashes={dashes} />}
      {kind === 'bar' && target > endY && <path className="bracket" d={`M${x} ${endY}L${textX - 6} ${target}`} />}
      {kind === 'span' && <path className="bracket" d={`M${axisX + 12} ${y}h8m-4 0V${endY}m-4 0h8`} />}
      {kind === 'point' && (
        <>
          <circle className="dot" cx={axisX} cy={y} r="4" />
          <TimelineLine d={`M${axisX} ${y}L${textX - 16} ${target}H${textX - 6}`} kind="line" dashes={dashes} />
        </>
      )}
      <SvgLines lines={titleLines} x={textX} y={textY} className={kind === 'span' ? 't' : 'k'} />
      <SvgLines lines={mark.detailLines} x={textX} y={textY + titleLines.length * lineHeight} />
    </g>
  )
}
