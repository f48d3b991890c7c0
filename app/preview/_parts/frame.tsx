import type { ReactNode } from 'react'
import { Renew } from '#components/preview/renew'
import { Footer } from '#components/ui/footer'
import { getTranslations } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'
import { changesPath, type PreviewPaths, previewPaths } from './paths.ts'

interface Props {
  language: Language
  /** The address of this page among those of a language. */
  here: (paths: PreviewPaths) => string
  children: ReactNode
}

/** The head and foot of a preview: back to its index, to the other language, and whether it follows the files. */
export async function PreviewFrame({ language, here, children }: Props) {
  const [t, say] = await Promise.all([getTranslations('preview'), getTranslations('common')])
  const other = language === 'en' ? 'ja' : 'en'
  return (
    <>
      <header className="head preview-head">
        <div>
          <a className="mark" href={previewPaths(language).index}>
            Casebook <small>{t('title')}</small>
          </a>
          <div className="who">
            <Renew url={changesPath} words={{ follows: t('follows'), reading: t('reading'), lost: t('lost') }} />
            <a href={here(previewPaths(other))} lang={other} aria-label={say('otherLanguageLabel')}>
              {say('otherLanguage')}
            </a>
          </div>
        </div>
      </header>
      {children}
      <Footer organisationName={null} />
    </>
  )
}
