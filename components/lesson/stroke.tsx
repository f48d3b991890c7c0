import type { Stroke } from '#domain/catalogue/stroke'

const lines: Record<Exclude<Stroke, 'own'>, { d: string; dash?: string; className?: string }> = {
  confirmed: { d: 'M0 4H28' },
  alleged: { d: 'M0 4H28', dash: '5 3' },
  reported: { d: 'M0 4H28', dash: '0.1 4', className: 'dots' },
  differs: { d: 'M0 4q2.33-4 4.67 0t4.67 0t4.67 0t4.67 0t4.67 0t4.67 0', className: 'thin' },
  research: { d: 'M0 2.5H28M0 6H28', className: 'thin' },
}

/** A sample of the stroke, in notes and in the key; nothing for our own reading. */
export function StrokeSample({ stroke }: { stroke: Stroke }) {
  if (stroke === 'own') return null
  const { d, dash, className } = lines[stroke]
  return (
    <svg className="stroke" viewBox="0 0 28 8" aria-hidden="true">
      <path d={d} strokeDasharray={dash} className={className} />
    </svg>
  )
}

/** How a stroke is drawn in figures: the dashes of a thick bar and of a thin line. */
export const figureDashes: Record<Stroke, { bar?: string; line?: string; isRound?: boolean }> = {
  confirmed: {},
  alleged: { bar: '8 5', line: '5 3' },
  reported: { bar: '0.1 6', line: '0.1 4.5', isRound: true },
  differs: { bar: '10 3 3 3', line: '8 3 2 3' },
  research: { bar: '16 3', line: '12 2' },
  own: {},
}
