import { type LanesFigure, type Language, laneSpanKinds } from '#domain/catalogue/types'
import { lineHeight, wrapText } from './figure-text.ts'
import { layOutLanes, type PlacedSpan } from './lanes-layout.ts'
import { SvgLines } from './svg-lines.tsx'
import { TimeTicks } from './time-ticks.tsx'

interface LanesProps {
  figure: LanesFigure
  language: Language
}

/** Several rows on one scale of time: outlined where nobody saw, tinted where somebody knew, full where it was told. */
export function Lanes(props: LanesProps) {
  return (
    <>
      <Drawing {...props} width={888} className="wide-only" />
      <Drawing {...props} width={330} className="narrow-only" />
      <ul className="lane-key">
        {laneSpanKinds.map((kind) => (
          <li key={kind}>
            <svg className="chart" viewBox="0 0 28 10" aria-hidden="true">
              <rect className={`lane ${kind}`} x="1" y="1" width="26" height="8" />
            </svg>
            {props.figure.legend[kind][props.language]}
          </li>
        ))}
      </ul>
    </>
  )
}

const barHeight = 10
const padding = 18

function Drawing({ figure, language, width, className }: LanesProps & { width: number; className: string }) {
  const { lanes, ticks } = layOutLanes(figure, language, width)
  let next = 4
  const rows = lanes.map((lane) => {
    const title = wrapText(lane.label, width, true)
    const y = next
    const barY = y + title.length * lineHeight + 2
    next = barY + barHeight + 6 + lane.rows * lineHeight + padding
    return { ...lane, title, y, barY }
  })
  return (
    <svg className={`chart ${className}`} viewBox={`0 0 ${width} ${next + 16}`} role="img" aria-label={figure.text[language]}>
      <TimeTicks ticks={ticks} top={0} bottom={next} wordsY={next + 14} width={width} />
      {rows.map(({ label, title, y, barY, spans }) => (
        <g key={label}>
          <SvgLines lines={title} x={0} y={y + 12} className="k" />
          <path className="track" d={`M0 ${barY + barHeight / 2}H${width}`} />
          {spans.map((span) => (
            <SpanView key={`${span.x} ${span.lines.join()}`} span={span} y={barY} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function SpanView({ span: { kind, isMoment, x, endX, lines, row, anchor }, y }: { span: PlacedSpan; y: number }) {
  const bottom = y + barHeight
  const firstLine = bottom + 16 + row * lineHeight
  const middle = y + barHeight / 2
  return (
    <>
      <path className="bracket" d={`M${x} ${bottom}V${firstLine + (lines.length - 1) * lineHeight + 3}`} />
      {isMoment ? (
        <circle className={`lane ${kind}`} cx={x} cy={middle} r={barHeight / 2} />
      ) : (
        <rect className={`lane ${kind}`} x={x} y={y + 1} width={endX - x} height={barHeight - 2} />
      )}
      <SvgLines lines={lines} x={anchor === 'start' ? x + 5 : x - 5} y={firstLine} anchor={anchor} className="t" />
    </>
  )
}
