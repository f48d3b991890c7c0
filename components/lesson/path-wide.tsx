import { lineHeight, textWidth, wrapText } from './figure-text.ts'
import { Arrow, crossingOf, type PathProps, Stop, seenOf } from './path-parts.tsx'
import { SvgLines } from './svg-lines.tsx'

const width = 888
const lineY = 82
const labelY = lineY + 32
/** From the middle of a stop to where its arrow ends. */
const gap = 14

/** From left to right, for wide pages. */
export function WidePath({ figure, language }: PathProps) {
  const { stops, links } = figure
  const column = width / stops.length
  const xOf = (index: number) => column * (index + 0.5)
  const labels = stops.map(({ label, note }) => ({
    title: wrapText(label[language], column - 24, true),
    note: wrapText(note[language], column - 24),
  }))
  const bracketY = labelY + 2 + Math.max(...labels.map(({ title, note }) => title.length + note.length)) * lineHeight
  const crossing = crossingOf(figure)
  const borderX = xOf(crossing) - column * 0.26
  const viewer = wrapText(figure.viewer[language], width - 40)
  const [firstSeen, lastSeen] = seenOf(figure).map(xOf) as [number, number]
  return (
    <svg
      className="chart wide-only"
      viewBox={`0 0 ${width} ${bracketY + 18 + viewer.length * lineHeight}`}
      role="img"
      aria-label={figure.text[language]}
    >
      <path className="border" d={`M${borderX} 28V${bracketY - 14}`} />
      <SvgLines lines={[figure.border[language]]} x={borderX} y={18} anchor="middle" className="t" />
      {links.map((link, index) => {
        const [from, to] = [xOf(index) + gap, xOf(index + 1) - gap]
        // The words of the link that crosses stand before the border, not on it.
        const end = index === crossing - 1 ? borderX : to
        const words = wrapText(link[language], Math.max(end - from - 16, 90))
        return (
          <g key={link.en}>
            <Arrow from={[from, lineY]} to={[to, lineY]} isSeen={stops[index]?.seen === true} />
            <SvgLines lines={words} x={(from + end) / 2} y={lineY - 12 - (words.length - 1) * lineHeight} anchor="middle" />
          </g>
        )
      })}
      {stops.map(({ id, seen }, index) => {
        const { title, note } = labels[index] ?? { title: [], note: [] }
        return (
          <g key={id}>
            <Stop x={xOf(index)} y={lineY} isSeen={seen} />
            <SvgLines lines={title} x={xOf(index)} y={labelY} anchor="middle" className="k" />
            <SvgLines lines={note} x={xOf(index)} y={labelY + title.length * lineHeight} anchor="middle" />
          </g>
        )
      })}
      <path className="bracket" d={`M${firstSeen - column * 0.3} ${bracketY - 5}v5H${lastSeen + column * 0.3}v-5`} />
      <SvgLines lines={viewer} x={inside((firstSeen + lastSeen) / 2, viewer)} y={bracketY + 20} anchor="middle" className="t" />
    </svg>
  )
}

/** The middle of a text, moved inwards where the text would run over the edge of the drawing. */
function inside(x: number, lines: string[]): number {
  const half = Math.max(...lines.map((line) => textWidth(line))) / 2
  return Math.min(Math.max(x, half + 4), width - half - 4)
}
