import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** The page above this one. */
  back?: { href: string; label: string }
  lead?: ReactNode
  /** Links and buttons to the right of the title. */
  children?: ReactNode
}

export function PageHead({ title, back, lead, children }: Props) {
  return (
    <header className="page-head">
      <div>
        {back && (
          <p className="meta">
            <a href={back.href}>{back.label}</a>
          </p>
        )}
        <h1 className="display">{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="acts">{children}</div>}
    </header>
  )
}
