import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { Catalogue, Tracks } from '#components/training/catalogue'
import { Docket } from '#components/training/docket'
import { Finished } from '#components/training/finished'
import { NextStep } from '#components/training/next-step'
import { EmptyState } from '#components/ui/empty-state'
import { getTranslations } from '#components/ui/words'
import { listMyTraining } from '#services/enrolments/list-my-training'
import { Frame } from '../../_adapter/frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('training'))('title') }
}

export default async function TrainingPage() {
  const caller = await personCaller('/training')
  const [{ open, finished, catalogue, tracks }, t] = await Promise.all([listMyTraining(caller, {}), getTranslations('training')])
  const first = open[0]
  return (
    <Frame section="training" here="/training">
      <main id="main" className="page training">
        <h1 className="sr">{t('title')}</h1>
        {first?.next ? (
          <NextStep passage={{ ...first, next: first.next }} />
        ) : (
          <EmptyState title={t(finished.length > 0 ? 'allDone' : 'nothingYet')}>
            <p>{t(finished.length > 0 ? 'allDoneText' : 'nothingYetText')}</p>
            <p className="meta">{t('askAdmin')}</p>
          </EmptyState>
        )}
        {open.length > 1 && <Docket passages={open.slice(1)} />}
        {finished.length > 0 && <Finished passages={finished} />}
        {catalogue.length > 0 && <Catalogue courses={catalogue} />}
        {tracks.length > 0 && <Tracks tracks={tracks} />}
      </main>
    </Frame>
  )
}
