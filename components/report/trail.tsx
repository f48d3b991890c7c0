import { useTranslations } from '../ui/words.tsx'

/** The way down from the whole report to what is shown. */
export function Trail({ steps, last }: { steps: readonly { href: string; label: string }[]; last: string }) {
  const t = useTranslations('reports.group')
  return (
    <nav aria-label={t('above')} className="trail">
      <ol>
        {steps.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{last}</li>
      </ol>
    </nav>
  )
}
