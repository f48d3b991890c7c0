import { strokeOf } from '#domain/catalogue/stroke'
import type { FactNote, Language, TimelineFigure } from '#domain/catalogue/types'
import { figureDashes } from './stroke.tsx'
import { SvgLines, svgLineHeight } from './svg-lines.tsx'
import { haveRoom, layOutNarrow, layOutWide, type NarrowMark, type WideMark } from './timeline-layout.ts'

interface TimelineProps {
  figure: TimelineFigure
  language: Language
  facts: Record<string, FactNote>
}

const width = 888
const rowHeight = 56
const narrowWidth = 330
const narrowText = 92

type Wide = ReturnType<typeof layOutWide>

/** To scale; a line is drawn as its statement is known. Wide beside the text, downwards on a phone and where too much happens for that. */
export function Timeline(props: TimelineProps) {
  const wide = layOutWide(props.figure, props.language, width)
  if (!haveRoom(wide.marks)) return <NarrowTimeline {...props} className="chart narrow-alone" />
  return (
    <>
      <WideTimeline {...props} wide={wide} />
      <NarrowTimeline {...props} className="chart narrow-only" />
    </>
  )
}

/** The dashes of an entry: those of its first fact. A span between entries is ours and has none. */
function dashesOf({ figure, facts }: TimelineProps, { kind, index }: { kind: string; index: number }) {
  const fact = kind === 'span' ? undefined : facts[figure.entries[index]?.facts[0] ?? '']
  return fact ? figureDashes[strokeOf(fact)] : {}
}

function WideTimeline({ wide: { marks, years }, ...props }: TimelineProps & { wide: Wide }) {
  const above = Math.max(...marks.map(({ row }) => row)) + 1
  const below = -Math.min(0, ...marks.map(({ row }) => row))
  const axis = above * rowHeight + 22
  const height = axis + 30 + below * (rowHeight - 8)
  return (
    <svg className="chart wide-only" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.figure.text[props.language]}>
      {years.map(({ year, x }, index) => (
        <g key={year}>
          <path className="grid" d={`M${x} 6V${axis + 8}`} />
          <text x={x} y={axis + 24} textAnchor={anchorOfYear(index, years.length, x)}>
            {year}
          </text>
        </g>
      ))}
      <path className="axis" d={`M1 ${axis}H${width - 1}`} />
      {marks.map((mark) => (
        <WideMarkView key={`${mark.kind}${mark.index}`} mark={mark} axis={axis} dashes={dashesOf(props, mark)} />
      ))}
    </svg>
  )
}

function anchorOfYear(index: number, count: number, x: number): 'start' | 'middle' | 'end' {
  if (index === 0 && x < 20) return 'start'
  return index === count - 1 && x > width - 20 ? 'end' : 'middle'
}

type Dashes = ReturnType<typeof dashesOf>

function WideMarkView({ mark, axis, dashes }: { mark: WideMark; axis: number; dashes: Dashes }) {
  const { kind, x, endX, row } = mark
  const textY = row >= 0 ? axis - row * rowHeight - 42 : axis + 46 + (-row - 1) * (rowHeight - 8)
  return (
    <g>
      {kind === 'bar' && <Line d={`M${x} ${textY + 26}H${endX}`} dash={dashes.bar} isRound={dashes.isRound} className="event" />}
      {kind === 'span' && <path className="bracket" d={`M${x} ${textY + 30}v-8M${x} ${textY + 26}H${endX}M${endX} ${textY + 30}v-8`} />}
      {kind === 'point' && (
        <>
          <Line d={`M${x} ${axis}V${row >= 0 ? textY - 10 : textY + 18}`} dash={dashes.line} isRound={dashes.isRound} className="stem" />
          <circle className="dot" cx={x} cy={axis} r="4" />
        </>
      )}
      <g textAnchor={mark.anchor}>
        <text className={kind === 'span' ? 't' : 'k'} x={mark.textX} y={textY}>
          {mark.title}
        </text>
        <text x={mark.textX} y={textY + 16}>
          {mark.detail}
        </text>
      </g>
    </g>
  )
}

function NarrowTimeline({ className, ...props }: TimelineProps & { className: string }) {
  const { marks, years, height, axisEnd } = layOutNarrow(props.figure, props.language, narrowWidth - narrowText)
  return (
    <svg
      className={className}
      viewBox={`0 0 ${narrowWidth} ${Math.ceil(height)}`}
      role="img"
      aria-label={props.figure.text[props.language]}
    >
      {years.map(({ year, y }) => (
        <g key={year}>
          <path className="grid" d={`M38 ${y}H${narrowWidth}`} />
          <text x="0" y={y + 4}>
            {year}
          </text>
        </g>
      ))}
      <path className="axis" d={`M44 14V${axisEnd}`} />
      {marks.map((mark) => (
        <NarrowMarkView key={`${mark.kind}${mark.index}`} mark={mark} dashes={dashesOf(props, mark)} />
      ))}
    </svg>
  )
}

function NarrowMarkView({ mark, dashes }: { mark: NarrowMark; dashes: Dashes }) {
  const { kind, y, endY, textY, titleLines } = mark
  const x = 56 + mark.lane * 10
  const target = textY - 4
  return (
    <g>
      {kind === 'bar' && <Line d={`M${x} ${y}V${endY}`} dash={dashes.bar} isRound={dashes.isRound} className="event" />}
      {kind === 'bar' && target > endY && <path className="bracket" d={`M${x} ${endY}L${narrowText - 6} ${target}`} />}
      {kind === 'span' && <path className="bracket" d={`M56 ${y}h8M60 ${y}V${endY}M56 ${endY}h8`} />}
      {kind === 'point' && (
        <>
          <circle className="dot" cx="44" cy={y} r="4" />
          <Line
            d={`M44 ${y}L${narrowText - 16} ${target}H${narrowText - 6}`}
            dash={dashes.line}
            isRound={dashes.isRound}
            className="stem"
          />
        </>
      )}
      <SvgLines lines={titleLines} x={narrowText} y={textY} className={kind === 'span' ? 't' : 'k'} />
      <SvgLines lines={mark.detailLines} x={narrowText} y={textY + titleLines.length * svgLineHeight} />
    </g>
  )
}

function Line({ d, dash, isRound, className }: { d: string; dash?: string; isRound?: boolean; className: string }) {
  return <path className={className} d={d} strokeDasharray={dash} strokeLinecap={isRound ? 'round' : undefined} />
}
