import { useTranslations } from './words.tsx'

interface Props {
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
}

/** Previous and next, and where one is; nothing when everything stands on one page. */
export function Pager({ page, pages, hrefOf }: Props) {
  const t = useTranslations('ui')
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label={t('pages')}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {t('previousPage')}
        </a>
      ) : (
        <span className="quiet">{t('previousPage')}</span>
      )}
      <span>{t('pageOf', { page, pages })}</span>
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          {t('nextPage')}
        </a>
      ) : (
        <span className="quiet">{t('nextPage')}</span>
      )}
    </nav>
  )
}
