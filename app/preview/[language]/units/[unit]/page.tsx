import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Findings } from '#components/preview/findings'
import { LabSheet } from '#components/preview/lab-sheet'
import { QuizSheet } from '#components/preview/quiz-sheet'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { PreviewFrame } from '../../../_parts/frame.tsx'
import { findingsOn, type PreviewRead, readPreview } from '../../../_parts/read.ts'
import { LessonPreview } from './lesson-preview.tsx'

interface Props {
  params: Promise<{ language: string; unit: string }>
}

async function readUnit(params: Props['params']) {
  const { language, unit: id } = await params
  const preview = await readPreview(language)
  if (!preview.allUnitIds.includes(id)) notFound()
  return { ...preview, id }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { readable, id, language } = await readUnit(params)
  return { title: readable?.units.get(id)?.title[language] ?? id }
}

export default async function PreviewUnitPage({ params }: Props) {
  const preview = await readUnit(params)
  const { id, language, readable } = preview
  const t = await getTranslations('preview')
  const unread = readable?.unread.get(id)
  const unit = readable?.units.get(id)
  return (
    <PreviewFrame language={language} here={(of) => of.unit(id)}>
      <main id="main">
        <div className="page preview-top">
          <Findings of="here" {...findingsOn({ kind: 'unit', id }, preview)} />
          {unread && <p className="preview-said">{t(`unread.${unread}`)}</p>}
          {unit?.kind === 'lesson' && unit.decisions.length > 0 && <p className="preview-said">{t('opened')}</p>}
        </div>
        <UnitPreview {...preview} />
      </main>
    </PreviewFrame>
  )
}

async function UnitPreview({ id, language, readable, paths }: PreviewRead & { id: string }) {
  const t = await getTranslations('preview')
  const unit = readable?.units.get(id)
  if (!unit)
    return (
      <div className="page">
        <EmptyState title={id}>
          <p>{t('unreadable')}</p>
        </EmptyState>
      </div>
    )
  const course = readable?.courses.find(({ units }) => units.some((each) => each.id === id)) ?? null
  const { facts = {}, checkedOn = '' } = readable ?? {}
  if (unit.kind === 'lesson')
    return <LessonPreview lesson={unit} language={language} course={course} facts={facts} checkedOn={checkedOn} paths={paths} />
  return (
    <div className="quiz preview-quiz">
      <PageHead
        title={unit.title[language]}
        back={course ? { href: paths.course(course.id), label: course.title[language] } : { href: paths.index, label: t('title') }}
      />
      {unit.kind === 'quiz' ? (
        <QuizSheet quiz={unit} language={language} facts={facts} objectives={objectivesIn(readable)} />
      ) : (
        <LabSheet words={unit.words[language]} />
      )}
    </div>
  )
}

const objectivesIn = (readable: PreviewRead['readable']) =>
  new Map(readable?.courses.flatMap(({ objectives }) => objectives.map(({ id, text }) => [id, text] as const)))
