import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { CaseList } from '#components/case/case-list'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { listCases } from '#services/catalogue/list-cases'
import { Frame } from '../../_adapter/frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('title') }
}

export default async function CasesPage() {
  const caller = await personCaller('/cases')
  const [cases, t] = await Promise.all([listCases(caller, {}), getTranslations('cases')])
  return (
    <Frame section="cases" here="/cases">
      <main id="main" className="page">
        <PageHead title={t('title')} lead={t('lead')} />
        {cases.length > 0 ? (
          <CaseList cases={cases} />
        ) : (
          <EmptyState title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        )}
      </main>
    </Frame>
  )
}
