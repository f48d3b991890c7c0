import { useLocale } from 'next-intl'
import type { Localised } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  organisationName: string
  guidance: { reportTo: Localised; call: Localised }
}

/** Where to report an incident in this organisation, and whom to call: in every lesson. */
export function Guidance({ organisationName, guidance: { reportTo, call } }: Props) {
  const t = useTranslations('training')
  const language = useLocale()
  const lines = [
    { label: t('reportTo'), text: reportTo[language] },
    { label: t('call'), text: call[language] },
  ].filter(({ text }) => text !== '')
  return (
    <aside className="guidance" aria-labelledby="guidance">
      <h2 className="label" id="guidance">
        {t('guidance', { organisation: organisationName })}
      </h2>
      {lines.length > 0 ? (
        <dl>
          {lines.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('guidanceMissing')}</p>
      )}
    </aside>
  )
}
