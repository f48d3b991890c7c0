import type { Metadata } from 'next'
import { cache } from 'react'
import { personCaller } from '#auth/actor'
import { Dossier } from '#components/case/dossier'
import { can } from '#domain/policy'
import { getCase } from '#services/catalogue/get-case'
import { Frame } from '../../../_adapter/frame.tsx'
import { orNotFound } from '../../../_adapter/page.ts'

interface Props {
  params: Promise<{ case: string }>
}

const read = cache(async (caseId: string) => {
  const here = `/cases/${encodeURIComponent(caseId)}`
  const caller = await personCaller(here)
  return { here, actor: caller.actor, view: await orNotFound(getCase(caller, { caseId })) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view, actor } = await read((await params).case)
  return { title: view.dossier.title[actor.language] }
}

export default async function CasePage({ params }: Props) {
  const { here, actor, view } = await read((await params).case)
  return (
    <Frame section="cases" here={here}>
      <main id="main" className="page case">
        <Dossier {...view} maySetContact={can(actor, 'settings.manage', {})} />
      </main>
    </Frame>
  )
}
