'use client'

import { type Link, letterOf } from '#domain/labs/workbench'
import { useWords } from './use-words.ts'

/** Rows of the case file on a circle, a line between those that hold the same value; the same as a list below. */
export function LinkGraph({ links, count }: { links: Link[]; count: number }) {
  const t = useWords()
  const size = 200
  const at = (mark: number) => {
    const angle = (2 * Math.PI * mark) / count - Math.PI / 2
    return { x: round(size / 2 + 78 * Math.cos(angle)), y: round(size / 2 + 78 * Math.sin(angle)) }
  }
  const pairs = new Map<string, { from: number; to: number; values: number }>()
  for (const { marks } of links)
    for (const [index, from] of marks.entries())
      for (const to of marks.slice(index + 1))
        pairs.set(`${from} ${to}`, { from, to, values: (pairs.get(`${from} ${to}`)?.values ?? 0) + 1 })
  return (
    <>
      <svg className="graph" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {[...pairs.values()].map(({ from, to, values }) => (
          <line key={`${from} ${to}`} x1={at(from).x} y1={at(from).y} x2={at(to).x} y2={at(to).y} strokeWidth={Math.min(5, values)} />
        ))}
        {Array.from({ length: count }, (_, mark) => (
          <g key={letterOf(mark)}>
            <circle cx={at(mark).x} cy={at(mark).y} r="11" />
            <text x={at(mark).x} y={at(mark).y + 4} textAnchor="middle">
              {letterOf(mark)}
            </text>
          </g>
        ))}
      </svg>
      <ul className="linked">
        {links.map(({ value, marks }) => (
          <li key={value}>{t('link', { value, rows: marks.map(letterOf).join(', ') })}</li>
        ))}
      </ul>
    </>
  )
}

/** The same on server and in browser, to the last digit. */
const round = (value: number) => Math.round(value * 100) / 100
