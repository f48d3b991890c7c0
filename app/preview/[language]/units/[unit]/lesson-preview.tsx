import { Lesson } from '#components/lesson/lesson'
import { getTranslations } from '#components/ui/words'
import type { CourseVersion, FactNote, Language, LessonUnit } from '#domain/catalogue/types'
import { keptWhenDone } from '#domain/enrolments/activities'
import { freshMarkup } from '../../../../_adapter/fixed-markup.ts'
import type { PreviewPaths } from '../../../_parts/paths.ts'

interface Props {
  lesson: LessonUnit
  language: Language
  /** The first course that holds it. */
  course: CourseVersion | null
  facts: Record<string, FactNote>
  checkedOn: string
  paths: PreviewPaths
}

/** A lesson as learners read it, with all there is to do in it done; nothing is kept. */
export async function LessonPreview({ lesson, language, course, facts, checkedOn, paths }: Props) {
  const t = await getTranslations('preview')
  const at = course && {
    title: course.title[language],
    href: paths.course(course.id),
    number: course.units.findIndex(({ id }) => id === lesson.id) + 1,
    of: course.units.length,
  }
  return (
    <Lesson
      lesson={lesson}
      language={language}
      facts={facts}
      checkedOn={checkedOn}
      course={at}
      place={{ part: 'p1', furthestPart: 1, decisions: keptWhenDone(lesson.parts[language]) }}
      minutesLeft={null}
      placeUrl={null}
      decisionUrl={null}
      dossier={null}
      fixed={freshMarkup(language)}
    >
      <p className="ending preview-said">{t('ending')}</p>
    </Lesson>
  )
}
