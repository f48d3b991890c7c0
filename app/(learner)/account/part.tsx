import type { ReactNode } from 'react'

/** A section of the account page: its title at the side, its matter beside it. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="title">
        {title}
      </h2>
      <div>{children}</div>
    </section>
  )
}
