import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getTranslations } from '#components/ui/words'
import { isDemo } from '#services/demo/is-demo'
import './styles/main.css'

const sourceSerif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-source-serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

export const metadata: Metadata = { title: { default: 'Casebook', template: '%s · Casebook' }, robots: { index: false, follow: false } }
export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <html lang={await getLocale()} className={sourceSerif.variable}>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {isDemo() && (
          <aside className="demo" aria-label={t('demoLabel')}>
            {t('demoText')}
          </aside>
        )}
        {children}
      </body>
    </html>
  )
}
