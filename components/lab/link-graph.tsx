'use client'

import { discRadius, layOut } from '#domain/labs/link-layout'
import { type Link, letterOf } from '#domain/labs/workbench'
import { useWords } from './use-words.ts'

/** For the narrowest case file there is. */
const width = 232

/** Rows of the case file on rings, a line between those that hold the same value; the same as a list below. What is larger than its place scrolls. */
export function LinkGraph({ links, count }: { links: Link[]; count: number }) {
  const t = useWords()
  const drawn = layOut(links, width)
  const linked = new Set(links.flatMap(({ marks }) => marks))
  const others = [...Array(count).keys()].filter((mark) => !linked.has(mark))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <div className="graph" tabIndex={0} role="img" aria-label={t('graph', { rows: linked.size })}>
        <svg width={drawn.width} height={drawn.height} viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
          {drawn.lines.map(({ from, to, values }) => (
            <line key={`${from.mark} ${to.mark}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={Math.min(5, values)} />
          ))}
          {drawn.placed.map(({ mark, x, y }) => (
            <g key={mark}>
              <circle cx={x} cy={y} r={discRadius} />
              <text x={x} y={y + 4} textAnchor="middle">
                {letterOf(mark)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ul className="linked">
        {links.map(({ value, marks }) => (
          <li key={value}>{t('link', { value, rows: marks.map(letterOf).join(', ') })}</li>
        ))}
        {others.length > 0 && <li>{t('unlinked', { rows: others.map(letterOf).join(', ') })}</li>}
      </ul>
    </>
  )
}
