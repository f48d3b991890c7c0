import type { Block } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { Html } from './html.tsx'

/** An invented person at work, said to be invented. */
export function Moment({ moment }: { moment: Extract<Block, { kind: 'moment' }> }) {
  const t = useTranslations('lesson')
  return (
    <section className="moment" aria-label={t('moment', { name: moment.name })}>
      <p className="who">
        <b>{moment.name}</b> {moment.role} <span className="quiet">{t('invented')}</span>
      </p>
      <Html html={moment.html} className="text" />
    </section>
  )
}
