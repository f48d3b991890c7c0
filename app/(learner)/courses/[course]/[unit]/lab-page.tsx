import type { ComponentProps } from 'react'
import { currentSession } from '#auth/actor'
import { Debrief } from '#components/lab/debrief'
import { Again, LabStart } from '#components/lab/lab-start'
import { labWordsIn } from '#components/lab/lab-words'
import { UnsentTooLate } from '#components/lab/unsent-too-late'
import { Workbench } from '#components/lab/workbench'
import { Sealed } from '#components/training/ending'
import { datesIn } from '#components/ui/dates'
import { wordsIn } from '#components/ui/words'
import { getDebrief } from '#services/labs/view-debrief'
import { getLab } from '#services/labs/view-lab'
import { orNotFound } from '../../../../_adapter/page.ts'
import { askedIn } from './asked-in.ts'
import type { UnitRead } from './read-unit.ts'

interface Props extends UnitRead {
  refusal: string | null
  search: Record<string, string | string[] | undefined>
}

/** The seal moves only for those who have just earned it. */
const justNow = 60_000

export async function LabPage(props: Props) {
  const { passage, unit, course, caller, paths, refusal } = props
  const { quiz } = unit
  if (!quiz) return null
  const isClosed = passage.enrolment.closedAt !== null
  const attemptId = quiz.lastAttemptId
  if (attemptId && quiz.state.kind === 'open' && !isClosed) return <BenchPage {...props} attemptId={attemptId} />
  if (attemptId && quiz.state.kind !== 'open') return <DebriefPage {...props} attemptId={attemptId} />
  const { language } = caller.actor
  return (
    <div className="quiz">
      <LabStart
        title={unit.title[language]}
        course={{ title: course.title[language], address: paths.course }}
        minutes={unit.minutes}
        quiz={quiz}
        isClosed={isClosed}
        refusal={refusal}
        begin={paths.attempt}
      />
    </div>
  )
}

/** For whom the browser keeps what it cannot send. */
async function keeperOf({ actor }: Props['caller']): Promise<ComponentProps<typeof Workbench>['keeper']> {
  return { person: actor.id, isShared: (await currentSession())?.session.isShared ?? false }
}

async function BenchPage({ caller, unit, paths, refusal, search, attemptId }: Props & { attemptId: string }) {
  const { language, timeZone } = caller.actor
  const [view, keeper] = await Promise.all([orNotFound(getLab(caller, { attemptId, language })), keeperOf(caller)])
  const { page, caseFile, hint, submission } = paths
  return (
    <Workbench
      title={unit.title[language]}
      minutes={unit.minutes}
      savedAt={datesIn(language, timeZone).write(view.savedAt, 'clock')}
      view={view}
      asked={askedIn(view, search, language)}
      addresses={{ page, caseFile, hint, submission }}
      refusal={refusal}
      keeper={keeper}
      words={labWordsIn(language)}
    />
  )
}

async function DebriefPage({ caller, passage, unit, paths, refusal, attemptId }: Props & { attemptId: string }) {
  const { language } = caller.actor
  const [debrief, keeper] = await Promise.all([orNotFound(getDebrief(caller, { attemptId, language })), keeperOf(caller)])
  const isJustSealed = caller.now.getTime() - debrief.submittedAt.getTime() < justNow
  return (
    <Debrief title={unit.title[language]} debrief={debrief} language={language} words={labWordsIn(language)} refusal={refusal}>
      <UnsentTooLate keeper={keeper} attempt={attemptId} told={wordsIn(language, 'lab')('tooLate')} />
      {debrief.isPassed ? (
        <Sealed passage={passage} unit={unit} isJustSealed={isJustSealed} />
      ) : (
        unit.quiz && passage.enrolment.closedAt === null && <Again state={unit.quiz.state} begin={paths.attempt} />
      )}
    </Debrief>
  )
}
