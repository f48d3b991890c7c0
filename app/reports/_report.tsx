import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '#components/ui/empty-state'
import { getTranslations } from '#components/ui/words'
import type { Localised } from '#domain/catalogue/types'
import { Frame } from '../_adapter/frame.tsx'

/** The frame of a report. `here` is its whole address, so that a change of language keeps the filter. */
export async function ReportFrame({ here, children }: { here: string; children: ReactNode }) {
  return (
    <Frame section="reports" here={here}>
      <main id="main" className="page">
        {children}
      </main>
    </Frame>
  )
}

/** Before the first assignment: what will stand here, and who makes it begin. */
export async function NothingYet({ here }: { here: string }) {
  const t = await getTranslations('reports')
  return (
    <ReportFrame here={here}>
      <h1 className="sentence">{t('title')}</h1>
      <section>
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.text')}</p>
          <p>{t('empty.who')}</p>
        </EmptyState>
      </section>
    </ReportFrame>
  )
}

interface Course {
  id: string
  title: Localised
}

/** Courses with their titles in the reader's language. */
export async function inLanguage(courses: readonly Course[]): Promise<{ id: string; title: string }[]> {
  const language = await getLocale()
  return courses.map(({ id, title }) => ({ id, title: title[language] }))
}
