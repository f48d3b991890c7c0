import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Dossier } from '#components/case/dossier'
import { Findings } from '#components/preview/findings'
import { getTranslations } from '#components/ui/words'
import { PreviewFrame } from '../../../_parts/frame.tsx'
import { findingsOn, readPreview } from '../../../_parts/read.ts'

interface Props {
  params: Promise<{ language: string; case: string }>
}

async function readCase(params: Props['params']) {
  const { language, case: id } = await params
  const preview = await readPreview(language)
  return { ...preview, dossier: preview.readable?.dossiers.find((dossier) => dossier.case === id) ?? notFound() }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, language } = await readCase(params)
  return { title: dossier.title[language] }
}

export default async function PreviewCasePage({ params }: Props) {
  const preview = await readCase(params)
  const { dossier, language, paths } = preview
  const t = await getTranslations('preview')
  return (
    <PreviewFrame language={language} here={(of) => of.case(dossier.case)}>
      <main id="main" className="page case">
        <Findings of="here" {...findingsOn({ kind: 'case', id: dossier.case }, preview)} />
        <Dossier
          dossier={dossier}
          index={{ href: paths.index, title: t('title') }}
          taughtIn={{}}
          courses={[]}
          contact={null}
          maySetContact={false}
        />
      </main>
    </PreviewFrame>
  )
}
