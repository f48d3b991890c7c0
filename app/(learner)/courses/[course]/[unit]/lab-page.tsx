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

/** Whether reviewers may read a lab that is begun now. */
const isReadable = ({ organisation }: Props['caller']) => organisation.responsesReadableSince !== null

export async function LabPage(props: Props) {
  const { passage, unit, course, caller, paths, refusal } = props
  const { quiz } = unit
  if (!quiz) return null
  const isClosed = passage.enrolment.closedAt !== null
  const { lastAttemptId, lastSubmittedId, state } = quiz
  if (lastAttemptId && state.kind === 'open' && !isClosed) return <BenchPage {...props} attemptId={lastAttemptId} />
  if (lastSubmittedId) return <DebriefPage {...props} attemptId={lastSubmittedId} />
  const { language } = caller.actor
  return (
    <div className="quiz">
      <LabStart
        title={unit.title[language]}
        course={{ title: course.title[language], address: paths.course }}
        minutes={unit.minutes}
        quiz={quiz}
        isClosed={isClosed}
        isReadable={isReadable(caller)}
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

async function DebriefPage({ caller, course, passage, unit, paths, refusal, attemptId }: Props & { attemptId: string }) {
  const { language } = caller.actor
  const { completedAt, quiz } = unit
  const [debrief, keeper] = await Promise.all([orNotFound(getDebrief(caller, { attemptId, language })), keeperOf(caller)])
  const isJustSealed = completedAt !== null && caller.now.getTime() - completedAt.getTime() < justNow
  const isOpen = passage.enrolment.closedAt === null
  const common = { title: unit.title[language], debrief, language, words: labWordsIn(language), refusal }
  const best = completedAt && completedAt < debrief.submittedAt ? unit.score : null
  return (
    <Debrief {...common} best={best} isOpen={isOpen}>
      <UnsentTooLate keeper={keeper} attempt={attemptId} told={wordsIn(language, 'lab')('tooLate')} />
      <Sealed passage={passage} monday={course.monday} unit={unit} isJustSealed={isJustSealed} />
      {quiz && isOpen && <Again state={quiz.state} begin={paths.attempt} isReadable={isReadable(caller)} />}
    </Debrief>
  )
}
