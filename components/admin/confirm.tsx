import type { ReactNode } from 'react'

/** Something that is not done by one click: opened first, with what it does in words, then done by its own button. */
export function Confirm({ label, text, children }: { label: ReactNode; text: ReactNode; children: ReactNode }) {
  return (
    <details className="confirm">
      <summary>{label}</summary>
      <p>{text}</p>
      {children}
    </details>
  )
}
