import { useTranslations } from './words.tsx'

export function Footer({ organisationName }: { organisationName: string | null }) {
  const t = useTranslations('common')
  return (
    <footer className="foot">
      <div>
        <span>{organisationName ? t('footOrganisation', { name: organisationName }) : 'Casebook'}</span>
        <span>{t('footPromise')}</span>
      </div>
    </footer>
  )
}
