import { getTranslations } from '#components/ui/words'
import { Frame } from '../_adapter/frame.tsx'

/** For a link that is used, replaced or expired: why, and what to do. */
export async function LinkClosed({ text, href, label }: { text: string; href: string; label: string }) {
  const t = await getTranslations('auth')
  return (
    <Frame section={null} here="/sign-in">
      <main id="main" className="page desk">
        <h1 className="display">{t('linkClosedTitle')}</h1>
        <p className="lead">{text}</p>
        <p className="mt-6">
          <a className="btn" href={href}>
            {label}
          </a>
        </p>
      </main>
    </Frame>
  )
}
