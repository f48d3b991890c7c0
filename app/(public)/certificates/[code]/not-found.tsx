import { getTranslations } from '#components/ui/words'
import { Frame } from '../../../_adapter/frame.tsx'

export default async function UnknownCertificatePage() {
  const t = await getTranslations('certificate')
  return (
    <Frame section={null} here="/training">
      <main id="main" className="proof">
        <p className="meta">{t('somebody')}</p>
        <h1 className="sentence">{t('unknown')}</h1>
        <p>{t('unknownText')}</p>
        <p>{t('unknownAsk')}</p>
      </main>
    </Frame>
  )
}
