import type { ReactNode } from 'react'
import { Flag, HalfDisc, Tick } from './marks.tsx'

const shapes = { done: Tick, over: Flag, soon: HalfDisc }

/** The word of a state with its shape and colour, so that none is told by colour alone. */
export function Mark({ kind, children }: { kind: keyof typeof shapes; children: ReactNode }) {
  const Shape = shapes[kind]
  return (
    <span className={`state ${kind}`}>
      <Shape />
      {children}
    </span>
  )
}
