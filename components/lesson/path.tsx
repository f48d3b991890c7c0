import type { Language, PathFigure } from '#domain/catalogue/types'
import { textWidth, wrapText } from './figure-text.ts'
import { SvgLines } from './svg-lines.tsx'

interface PathProps {
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

/** The index of the first stop on the other side of the border. */
const crossingOf = ({ stops }: PathFigure) => stops.findIndex(({ side }) => side !== stops[0]?.side)

const width = 888
const lineY = 82

function WidePath({ figure, language }: PathProps) {
  const { stops, links } = figure
  const column = width / stops.length
  const xOf = (index: number) => column * (index + 0.5)
  const labels = stops.map((stop) => ({
    title: wrapText(stop.label[language], column - 24, true),
    note: wrapText(stop.note[language], column - 24),
  }))
  const lines = Math.max(...labels.map(({ title, note }) => title.length + note.length))
  const bracketY = lineY + 34 + lines * 16
  const crossing = crossingOf(figure)
  const borderX = xOf(crossing) - column * 0.26
  const seen = stops.flatMap((stop, index) => (stop.seen ? [index] : []))
  const viewer = wrapText(figure.viewer[language], width - 40)
  return (
    <svg
      className="chart wide-only"
      viewBox={`0 0 ${width} ${bracketY + 18 + viewer.length * 16}`}
      role="img"
      aria-label={figure.text[language]}
    >
      <path className="border" d={`M${borderX} 28V${bracketY - 14}`} />
      <text className="t" x={borderX} y="18" textAnchor="middle">
        {figure.border[language]}
      </text>
      {links.map((link, index) => {
        const isCrossing = index === crossing - 1
        const [from, to] = [xOf(index) + 14, xOf(index + 1) - 14]
        const middle = isCrossing ? (from + borderX) / 2 : (from + to) / 2
        const room = (isCrossing ? borderX - from : to - from) - 16
        const words = wrapText(link[language], Math.max(room, 90))
        return (
          <g key={link.en}>
            <Arrow from={[from, lineY]} to={[to, lineY]} isSeen={stops[index]?.seen === true} />
            <SvgLines lines={words} x={middle} y={lineY - 12 - (words.length - 1) * 16} anchor="middle" />
          </g>
        )
      })}
      {stops.map((stop, index) => (
        <g key={stop.id}>
          <circle className={stop.seen ? 'stop seen' : 'stop'} cx={xOf(index)} cy={lineY} r="8" />
          <SvgLines lines={labels[index]?.title ?? []} x={xOf(index)} y={lineY + 32} anchor="middle" className="k" />
          <SvgLines
            lines={labels[index]?.note ?? []}
            x={xOf(index)}
            y={lineY + 32 + (labels[index]?.title.length ?? 0) * 16}
            anchor="middle"
          />
        </g>
      ))}
      <path className="bracket" d={`M${xOf(seen[0] ?? 0) - column * 0.3} ${bracketY - 5}v5H${xOf(seen.at(-1) ?? 0) + column * 0.3}v-5`} />
      <SvgLines
        lines={viewer}
        x={clamp((xOf(seen[0] ?? 0) + xOf(seen.at(-1) ?? 0)) / 2, viewer)}
        y={bracketY + 20}
        anchor="middle"
        className="t"
      />
    </svg>
  )
}

/** The middle of a text that would run over the edge of the drawing moves inwards. */
function clamp(x: number, lines: string[]): number {
  const half = Math.max(...lines.map((line) => textWidth(line))) / 2
  return Math.min(Math.max(x, half + 4), width - half - 4)
}

const narrowWidth = 330
const textX = 40

function NarrowPath({ figure, language }: PathProps) {
  const { stops, links } = figure
  const crossing = crossingOf(figure)
  let y = 12
  const rows = stops.map((stop, index) => {
    const title = wrapText(stop.label[language], narrowWidth - textX - 24, true)
    const note = wrapText(stop.note[language], narrowWidth - textX - 24)
    const link = links[index] ? wrapText(links[index][language], narrowWidth - textX - 24) : []
    const row = { stop, title, note, link, y, linkY: y + (title.length + note.length) * 16 + 14, borderY: 0 }
    y = row.linkY + link.length * 16 + 10
    if (index === crossing - 1) {
      row.borderY = y + 4
      y += 34
    }
    return row
  })
  const end = rows.at(-1)
  const bottom = end ? end.y + (end.title.length + end.note.length) * 16 : 0
  const viewer = wrapText(figure.viewer[language], narrowWidth)
  const seen = rows.filter(({ stop }) => stop.seen)
  const lastSeen = seen.at(-1)
  return (
    <svg
      className="chart narrow-only"
      viewBox={`0 0 ${narrowWidth} ${bottom + 16 + viewer.length * 16}`}
      role="img"
      aria-label={figure.text[language]}
    >
      {rows.map((row, index) => {
        const next = rows[index + 1]
        return (
          <g key={row.stop.id}>
            {next && <Arrow from={[14, row.y + 12]} to={[14, next.y - 12]} isSeen={row.stop.seen} />}
            <circle className={row.stop.seen ? 'stop seen' : 'stop'} cx="14" cy={row.y} r="8" />
            <SvgLines lines={row.title} x={textX} y={row.y + 4} className="k" />
            <SvgLines lines={row.note} x={textX} y={row.y + 4 + row.title.length * 16} />
            <SvgLines lines={row.link} x={textX} y={row.linkY + 4} className="t" />
            {row.borderY > 0 && (
              <>
                <path className="border" d={`M0 ${row.borderY}H${narrowWidth}`} />
                <text className="t" x={narrowWidth} y={row.borderY + 16} textAnchor="end">
                  {figure.border[language]}
                </text>
              </>
            )}
          </g>
        )
      })}
      {seen[0] && lastSeen && (
        <path
          className="bracket"
          d={`M${narrowWidth - 8} ${seen[0].y - 10}h5V${lastSeen.y + (lastSeen.title.length + lastSeen.note.length - 1) * 16 + 8}h-5`}
        />
      )}
      <SvgLines lines={viewer} x={0} y={bottom + 18} className="t" />
    </svg>
  )
}

function Arrow({ from, to, isSeen }: { from: [number, number]; to: [number, number]; isSeen: boolean }) {
  const isDown = from[0] === to[0]
  const head = isDown ? `M${to[0] - 4} ${to[1] - 7}l4 7 4-7` : `M${to[0] - 7} ${to[1] - 4}l7 4-7 4`
  return (
    <>
      <path className={isSeen ? 'way seen' : 'way'} d={`M${from.join(' ')}L${to.join(' ')}`} />
      <path className="head" d={head} />
    </>
  )
}
