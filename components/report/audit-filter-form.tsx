import type { AuditFilter } from '#domain/audit/filter'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  action: string
  filter: AuditFilter
  verbs: readonly string[]
  /** Names of fields of the address that could not be read. */
  ignored: readonly (keyof AuditFilter)[]
  isFiltered: boolean
}

/** Which events are shown. A plain form: the choice becomes the address. */
export function AuditFilterForm({ action, filter, verbs, ignored, isFiltered }: Props) {
  const t = useTranslations('auditLog')
  const numbers = useNumbers()
  return (
    <>
      <form className="filters no-print" action={action} aria-label={t('filter')}>
        <label className="field">
          <span className="meta">{t('verb')}</span>
          <select key={filter.verb} className="select compact" name="verb" defaultValue={filter.verb ?? ''}>
            <option value="">{t('anyVerb')}</option>
            {verbs.map((verb) => (
              <option key={verb} value={verb}>
                {t.markup(`verbs.${verb}` as 'verbs.unknown', { verb, actor: '…', subject: '…', a: (words) => words, s: (words) => words })}
              </option>
            ))}
          </select>
        </label>
        {(['actor', 'subject'] as const).map((name) => (
          <label className="field" key={name}>
            <span className="meta">{t(name)}</span>
            <input
              type="search"
              className="input compact"
              name={name}
              defaultValue={filter[name]}
              placeholder={t('personHint')}
              maxLength={100}
            />
          </label>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <label className="field" key={name}>
            <span className="meta">{t(name)}</span>
            <input type="date" className="input compact" name={name} defaultValue={filter[name] ?? ''} />
          </label>
        ))}
        <button type="submit" className="btn plain compact">
          {t('show')}
        </button>
        {isFiltered && (
          <a className="meta" href={action}>
            {t('clear')}
          </a>
        )}
      </form>
      {ignored.length > 0 && (
        <p className="problem" role="status">
          {t('ignored', { fields: numbers.list(ignored.map((field) => t(field))) })}
        </p>
      )}
    </>
  )
}
