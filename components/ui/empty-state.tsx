import type { ReactNode } from 'react'

/** What will stand here, and what to do for it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="title">{title}</p>
      {children}
    </div>
  )
}
