import type { Metadata } from 'next'
import { cache } from 'react'
import { personCaller } from '#auth/actor'
import { Outline } from '#components/training/outline'
import { getMyCourse } from '#services/enrolments/get-my-course'
import { Frame } from '../../../_adapter/frame.tsx'
import { orNotFound } from '../../../_adapter/page.ts'
import { beginCourse } from './actions.ts'

interface Props {
  params: Promise<{ course: string }>
}

const read = cache(async (courseId: string) => {
  const here = `/courses/${encodeURIComponent(courseId)}`
  const caller = await personCaller(here)
  return { here, language: caller.actor.language, view: await orNotFound(getMyCourse(caller, { courseId })) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view, language } = await read((await params).course)
  return { title: view.course.title[language] }
}

export default async function CoursePage({ params }: Props) {
  const { here, view } = await read((await params).course)
  return (
    <Frame section="training" here={here}>
      <main id="main" className="page training">
        <Outline course={view.course} passage={view.passage} around={view.around} begin={beginCourse.bind(null, view.course.id)} />
      </main>
    </Frame>
  )
}
