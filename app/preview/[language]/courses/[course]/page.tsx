import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CourseSheet } from '#components/preview/course-sheet'
import { Findings } from '#components/preview/findings'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import type { CourseVersion } from '#domain/catalogue/types'
import { PreviewFrame } from '../../../_parts/frame.tsx'
import { findingsOn, readPreview, unitRows } from '../../../_parts/read.ts'

interface Props {
  params: Promise<{ language: string; course: string }>
}

async function readCourse(params: Props['params']) {
  const { language, course: id } = await params
  const preview = await readPreview(language)
  return { ...preview, course: preview.readable?.courses.find((course) => course.id === id) ?? notFound() }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, language } = await readCourse(params)
  return { title: course.title[language] }
}

export default async function PreviewCoursePage({ params }: Props) {
  const preview = await readCourse(params)
  const { course, language, paths } = preview
  const t = await getTranslations('preview')
  return (
    <PreviewFrame language={language} here={(of) => of.course(course.id)}>
      <main id="main" className="page">
        <Findings of="here" {...findingsOn({ kind: 'course', id: course.id }, preview)} />
        <PageHead title={course.title[language]} back={{ href: paths.index, label: t('title') }} lead={course.summary[language]} />
        <CourseSheet
          course={course}
          language={language}
          units={unitRows(preview.readable?.unitIds.get(course.id) ?? [], preview)}
          prompts={promptsIn(course)}
        />
      </main>
    </PreviewFrame>
  )
}

const promptsIn = ({ units }: CourseVersion) =>
  new Map(units.flatMap((unit) => (unit.kind === 'quiz' ? unit.questions : [])).map(({ id, prompt }) => [id, prompt]))
