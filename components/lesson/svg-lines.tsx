import { lineHeight } from './figure-text.ts'

interface SvgLinesProps {
  lines: readonly string[]
  x: number
  /** The baseline of the first line. */
  y: number
  anchor?: 'start' | 'middle' | 'end'
  className?: string
}

/** Lines of text in a drawing, one below the other. */
export function SvgLines({ lines, x, y, anchor, className }: SvgLinesProps) {
  return lines.map((line, index) => {
    const baseline = y + index * lineHeight
    return (
      <text key={baseline} className={className} x={x} y={baseline} textAnchor={anchor}>
        {line}
      </text>
    )
  })
}
