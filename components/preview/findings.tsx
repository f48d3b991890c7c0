import type { Problem } from '#domain/catalogue/source'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  /** What they are findings of. */
  of: 'here' | 'inContent'
  problems: readonly Problem[]
  warnings: readonly Problem[]
  /** False where some file cannot be read: then the checks have not looked at the texts. */
  isWhole: boolean
  /** How many problems there are besides, and where all of them stand. */
  elsewhere?: { count: number; href: string }
}

/** What is wrong, and what to look at, with file and line: as the check says it. */
export function Findings({ of, problems, warnings, isWhole, elsewhere }: Props) {
  const t = useTranslations('preview')
  return (
    <section className={problems.length > 0 ? 'findings are-wrong' : 'findings'} aria-labelledby="findings">
      <h2 className="label" id="findings">
        {t(of, { count: problems.length })}
      </h2>
      <List lines={problems} />
      {!isWhole && <p>{t('shapeFirst')}</p>}
      {warnings.length > 0 && (
        <details>
          <summary>{t('warnings', { count: warnings.length })}</summary>
          <List lines={warnings} />
        </details>
      )}
      {elsewhere && elsewhere.count > 0 && (
        <p>
          <a href={elsewhere.href}>{t('elsewhere', { count: elsewhere.count })}</a>
        </p>
      )}
    </section>
  )
}

/** The reasons are those of the check, which speaks English. */
function List({ lines }: { lines: readonly Problem[] }) {
  if (lines.length === 0) return null
  return (
    <ul lang="en">
      {lines.map(({ file, line, reason }) => (
        <li key={`${file}:${line}: ${reason}`}>
          <code>
            {file}:{line}:
          </code>{' '}
          {reason}
        </li>
      ))}
    </ul>
  )
}
