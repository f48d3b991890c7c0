import { Lesson } from '#components/lesson/lesson'
import { Ending } from '#components/training/ending'
import { Guidance } from '#components/training/guidance'
import { minutesLeft, openDecisions } from '#domain/enrolments/progress'
import type { MyCourse } from '#services/enrolments/get-my-course'
import { fixedMarkup } from '../../../../_adapter/fixed-markup.ts'
import { finishLesson } from './actions.ts'
import type { UnitRead } from './read-unit.ts'

interface Props extends Omit<UnitRead, 'lesson'> {
  lesson: NonNullable<MyCourse['lesson']>
  refusal: string | null
  isJustSealed: boolean
}

export function LessonPage({ caller, paths, course, passage, unit, lesson, refusal, isJustSealed }: Props) {
  const language = caller.actor.language
  const { unit: content, place, facts, dossier } = lesson
  const hasBegun = place !== null && place.furthestPart > 1
  const number = course.units.findIndex(({ id }) => id === unit.id) + 1
  return (
    <Lesson
      lesson={content}
      language={language}
      facts={facts}
      checkedOn={course.checkedOn}
      course={{ title: course.title[language], href: paths.course, number, of: course.units.length }}
      place={place}
      minutesLeft={hasBegun && !unit.completedAt ? minutesLeft(content, place) : null}
      placeUrl={paths.place}
      decisionUrl={paths.decision}
      dossier={dossier}
      fixed={fixedMarkup(passage.course.hash, language)}
    >
      <Guidance guidance={caller.organisation.guidance} organisationName={caller.organisation.name} />
      <Ending
        passage={passage}
        monday={course.monday}
        unit={unit}
        number={number}
        open={openDecisions(content, place)[0] ?? null}
        refusal={refusal}
        isJustSealed={isJustSealed}
        finish={finishLesson.bind(null, course.id, unit.id)}
      />
    </Lesson>
  )
}
