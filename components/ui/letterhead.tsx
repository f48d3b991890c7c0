import { useTranslations } from './words.tsx'

interface Props {
  organisationName: string | null
  person: { name: string; language: 'en' | 'ja' } | null
  links: { href: string; label: string; isCurrent: boolean }[]
  language: 'en' | 'ja'
  /** Where the language form leads back to. */
  here: string
}

/** The head of every page: where one is, where one can go, whose device this is. */
export function Letterhead({ organisationName, person, links, language, here }: Props) {
  const t = useTranslations('common')
  const other = language === 'en' ? 'ja' : 'en'
  return (
    <header className="head">
      <div>
        <a className="mark" href={person ? '/training' : '/sign-in'}>
          Casebook {organisationName && <small>{organisationName}</small>}
        </a>
        {links.length > 0 && (
          <nav aria-label={t('mainNavigation')}>
            <ul>
              {links.map(({ href, label, isCurrent }) => (
                <li key={href}>
                  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="who">
          <form method="post" action="/language">
            <input type="hidden" name="next" value={here} />
            <button type="submit" className="linklike" name="language" value={other} lang={other} aria-label={t('otherLanguageLabel')}>
              {t('otherLanguage')}
            </button>
          </form>
          {person && <a href="/account">{person.name}</a>}
        </div>
      </div>
    </header>
  )
}
