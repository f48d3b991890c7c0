import { getTranslations } from '#components/ui/words'
import { Frame } from './_adapter/frame.tsx'

export default async function NotFoundPage() {
  const t = await getTranslations('errors')
  return (
    <Frame section={null} here="/training">
      <main id="main" className="page">
        <h1 className="sentence">{t('notFoundTitle')}</h1>
        <p className="mt-4 max-w-[39rem]">{t('notFoundText')}</p>
        <p className="mt-6">
          <a className="btn" href="/training">
            {t('toTraining')}
          </a>
        </p>
      </main>
    </Frame>
  )
}
