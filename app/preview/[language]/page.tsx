import type { Metadata } from 'next'
import { Findings } from '#components/preview/findings'
import { UnitList } from '#components/preview/unit-list'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { PreviewFrame } from '../_parts/frame.tsx'
import { type PreviewRead, readPreview, unitRows } from '../_parts/read.ts'

interface Props {
  params: Promise<{ language: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await readPreview((await params).language)
  return { title: (await getTranslations('preview'))('title') }
}

export default async function PreviewIndexPage({ params }: Props) {
  const preview = await readPreview((await params).language)
  const { findings, readable, language } = preview
  const t = await getTranslations('preview')
  return (
    <PreviewFrame language={language} here={({ index }) => index}>
      <main id="main" className="page preview-index">
        <PageHead title={t('title')} lead={t('lead')} />
        <Findings of="inContent" {...findings} />
        {readable ? <Courses {...preview} readable={readable} /> : <EmptyState title={t('allUnreadable')} />}
      </main>
    </PreviewFrame>
  )
}

type Read = PreviewRead & { readable: NonNullable<PreviewRead['readable']> }

async function Courses(preview: Read) {
  const { readable, allUnitIds, language, paths } = preview
  const t = await getTranslations('preview')
  const held = new Set([...readable.unitIds.values()].flat())
  const loose = allUnitIds.filter((id) => !held.has(id))
  return (
    <>
      <Part id="courses" title={t('courses')}>
        {readable.courses.length === 0 && <EmptyState title={t('noCourses')} />}
        {readable.courses.map(({ id, title }) => (
          <section key={id} aria-labelledby={`course-${id}`}>
            <h3 className="title" id={`course-${id}`}>
              <a href={paths.course(id)}>{title[language]}</a>
            </h3>
            <UnitList units={unitRows(readable.unitIds.get(id) ?? [], preview)} language={language} />
          </section>
        ))}
      </Part>
      {loose.length > 0 && (
        <Part id="loose" title={t('loose')}>
          <UnitList units={unitRows(loose, preview)} language={language} />
        </Part>
      )}
      <Part id="cases" title={t('cases')}>
        <ul className="preview-units">
          {readable.dossiers.map((dossier) => (
            <li key={dossier.case}>
              <a href={paths.case(dossier.case)}>{dossier.title[language]}</a>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="head2">
        <h2 className="h2" id={id}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  )
}
