import type { Metadata } from 'next'
import { Frame } from '../../../../_adapter/frame.tsx'
import { refusalSentence } from '../../../../_adapter/refused.ts'
import { LabPage } from './lab-page.tsx'
import { LessonPage } from './lesson-page.tsx'
import { positionIn, type UnitParams } from './paths.ts'
import { QuizPage } from './quiz-page.tsx'
import { readUnit } from './read-unit.ts'

interface Props extends UnitParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, unit } = await params
  const { unit: shown, caller } = await readUnit(course, unit)
  return { title: shown.title[caller.actor.language] }
}

export default async function UnitPage({ params, searchParams }: Props) {
  const { course, unit } = await params
  const [given, search] = await Promise.all([readUnit(course, unit), searchParams])
  const refusal = await refusalSentence(search.refused)
  const position = given.lesson ? null : positionIn(search.question)
  const { page, question } = given.paths
  return (
    <Frame section="training" here={position === null ? page : question(position)}>
      <main id="main">
        {given.lesson ? (
          <LessonPage {...given} lesson={given.lesson} refusal={refusal} isJustSealed={search.sealed !== undefined} />
        ) : given.unit.kind === 'lab' ? (
          <LabPage {...given} refusal={refusal} search={search} />
        ) : (
          <QuizPage {...given} refusal={refusal} position={position} />
        )}
      </main>
    </Frame>
  )
}
