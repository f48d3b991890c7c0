import { Mark } from '../ui/mark.tsx'

export interface AttentionItem {
  count: number
  href: string
  label: string
  detail?: string
  /** What of it is late. */
  overdue?: string
}

/** What waits for somebody: how many, what, and the way there. */
export function Attention({ items }: { items: readonly AttentionItem[] }) {
  return (
    <ul className="attention">
      {items.map(({ count, href, label, detail, overdue }) => (
        <li key={href + label}>
          <span className="big">{count}</span>
          <div>
            <a href={href}>{label}</a>
            {(detail || overdue) && (
              <p className="meta">
                {detail} {overdue && <Mark kind="over">{overdue}</Mark>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
