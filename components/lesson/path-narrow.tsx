import type { Language, PathFigure } from '#domain/catalogue/types'
import { lineHeight, wrapText } from './figure-text.ts'
import { Arrow, crossingOf, type PathProps, Stop, seenOf } from './path-parts.tsx'
import { SvgLines } from './svg-lines.tsx'

const width = 330
const stopX = 14
const textX = 40

interface Row {
  title: string[]
  note: string[]
  /** The words of the way to the next stop, and where they stand. */
  link: string[]
  linkY: number
  /** The middle of the stop. */
  y: number
  /** Where its own words end. */
  endY: number
  /** Where the border lies that follows this stop; null when none does. */
  borderY: number | null
}

function layOut(figure: PathFigure, language: Language): Row[] {
  const wrap = (text: string, isBold = false) => wrapText(text, width - textX - 24, isBold)
  const crossing = crossingOf(figure)
  let next = 12
  return figure.stops.map(({ label, note: noteOf }, index) => {
    const y = next
    const [title, note] = [wrap(label[language], true), wrap(noteOf[language])]
    const link = wrap(figure.links[index]?.[language] ?? '')
    const endY = y + (title.length + note.length) * lineHeight
    const linkEnd = endY + link.length * lineHeight + 24
    const borderY = index === crossing - 1 ? linkEnd + 4 : null
    next = borderY === null ? linkEnd : borderY + 30
    return { title, note, link, linkY: endY + 18, y, endY, borderY }
  })
}

/** Downwards, for narrow pages. */
export function NarrowPath({ figure, language }: PathProps) {
  const rows = layOut(figure, language)
  const bottom = rows.at(-1)?.endY ?? 0
  const viewer = wrapText(figure.viewer[language], width)
  const [firstSeen, lastSeen] = seenOf(figure).map((index) => rows[index])
  return (
    <svg
      className="chart narrow-only"
      viewBox={`0 0 ${width} ${bottom + 16 + viewer.length * lineHeight}`}
      role="img"
      aria-label={figure.text[language]}
    >
      {figure.stops.map(({ id, seen }, index) => {
        const [row, next] = [rows[index], rows[index + 1]]
        return (
          row && (
            <g key={id}>
              {next && <Arrow from={[stopX, row.y + 12]} to={[stopX, next.y - 12]} isSeen={seen} />}
              <Stop x={stopX} y={row.y} isSeen={seen} />
              <SvgLines lines={row.title} x={textX} y={row.y + 4} className="k" />
              <SvgLines lines={row.note} x={textX} y={row.y + 4 + row.title.length * lineHeight} />
              <SvgLines lines={row.link} x={textX} y={row.linkY} className="t" />
              {row.borderY !== null && <Border y={row.borderY} words={figure.border[language]} />}
            </g>
          )
        )
      })}
      {firstSeen && lastSeen && <path className="bracket" d={`M${width - 8} ${firstSeen.y - 10}h5V${lastSeen.endY - 8}h-5`} />}
      <SvgLines lines={viewer} x={0} y={bottom + 18} className="t" />
    </svg>
  )
}

function Border({ y, words }: { y: number; words: string }) {
  return (
    <>
      <path className="border" d={`M0 ${y}H${width}`} />
      <SvgLines lines={[words]} x={width} y={y + lineHeight} anchor="end" className="t" />
    </>
  )
}
