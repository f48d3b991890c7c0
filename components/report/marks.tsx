import { type MarkKind, type Marks, markKinds } from '#domain/reports/marks'
import { useTranslations } from '../ui/words.tsx'

/** Shape and colour of each kind; a mark is 7 by 7 in a cell of 9. */
const shapes: Record<MarkKind, { at: (x: number, y: number) => string; style: Record<string, string | number> }> = {
  done: { at: (x, y) => `M${x} ${y}h7v7h-7z`, style: { fill: 'var(--color-chart-1)' } },
  started: { at: (x, y) => `M${x} ${y}h7v7h-7z`, style: { fill: 'var(--color-chart-2)', opacity: 0.75 } },
  waiting: { at: (x, y) => `M${x + 0.5} ${y + 0.5}h6v6h-6z`, style: { fill: 'none', stroke: 'var(--color-ink-3)' } },
  overdue: { at: (x, y) => `M${x} ${y}h7l-7 7z`, style: { fill: 'var(--color-seal)' } },
}

const cell = 9
const columns = 42

/** One mark for each person, or for every so many. The words beside it tell the same. */
export function MarkChart({ marks }: { marks: Marks }) {
  const kinds = markKinds.flatMap((kind) => Array.from({ length: marks[kind] }, () => kind))
  const pathOf = (wanted: MarkKind) =>
    kinds
      .map((kind, index) => (kind === wanted ? shapes[kind].at((index % columns) * cell, Math.floor(index / columns) * cell) : ''))
      .join('')
  return (
    <svg className="dots" viewBox={`0 0 ${columns * cell} ${Math.max(1, Math.ceil(kinds.length / columns)) * cell}`} aria-hidden="true">
      {markKinds.map((kind) => marks[kind] > 0 && <path key={kind} style={shapes[kind].style} d={pathOf(kind)} />)}
    </svg>
  )
}

export function MarkKey() {
  const t = useTranslations('reports.groups')
  const words = { done: t('keyDone'), started: t('keyStarted'), waiting: t('keyWaiting'), overdue: t('keyOverdue') }
  return (
    <p className="dkey">
      {markKinds.map((kind) => (
        <span key={kind}>
          <svg viewBox="0 0 7 7" aria-hidden="true">
            <path style={shapes[kind].style} d={shapes[kind].at(0, 0)} />
          </svg>
          {words[kind]}
        </span>
      ))}
    </p>
  )
}
