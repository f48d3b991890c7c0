import { percentOf } from '#domain/attempts/score'
import type { DebriefView, ResponseWords, TaskDebrief } from '#domain/labs/lab-view'
import { pointsOfFindings } from '#domain/labs/score'
import type { HeldAgainst } from '#domain/labs/types'
import { useTranslations } from '../ui/words.tsx'
import { Unbroken } from './unbroken.tsx'

interface Props {
  debrief: Pick<DebriefView, 'tasks'>
  /** Whether whoever did the lab reads it, or somebody else. */
  who: 'you' | 'they'
}

/** Each task: what was given, with what certainty, what was right, and what a choice leads to. */
export function TasksTold({ debrief: { tasks }, who }: Props) {
  const t = useTranslations('lab')
  const together = tasks.reduce((sum, { points }) => sum + points.given, 0)
  return (
    <section aria-labelledby="tasks-head">
      <h2 className="h2" id="tasks-head">
        {t('findings', { who })}
      </h2>
      <ol className="told-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <h3>{task.prompt}</h3>
            <p className="meta">
              {task.points.most === 0
                ? t('unscored', { worth: percentOf(task.worth) })
                : t('points', { given: inTenths(task.points.given), most: inTenths(task.points.most) })}
              {task.certainty && t('said', { who, certainty: t(`bench.${task.certainty}`).toLocaleLowerCase() })}
            </p>
            <dl>
              <dt>{t('gave', { who })}</dt>
              <dd>
                <Words words={task.given} />
              </dd>
              {task.worth < 1 && (
                <>
                  <dt>{t('wasRight')}</dt>
                  <dd>
                    <Words words={task.right} />
                  </dd>
                </>
              )}
            </dl>
            {task.outcome && (
              <p className="outcome">
                <Unbroken text={task.outcome} />
              </p>
            )}
            {task.rule && <RuleTold rule={task.rule} who={who} />}
          </li>
        ))}
      </ol>
      <p className="meta">{t('pointsTogether', { given: inTenths(together), most: pointsOfFindings })}</p>
    </section>
  )
}

/** For people to read: five of eleven parts of 60 have no end. */
const inTenths = (points: number) => Math.round(points * 10) / 10

/** What the rule given would have caught, and the best one. */
function RuleTold({ rule: { yours, best }, who }: { rule: NonNullable<TaskDebrief['rule']> } & Pick<Props, 'who'>) {
  const t = useTranslations('lab')
  const inWords = ({ night, nights, falseAlarms, falseAlarmsPerWeek: perWeek }: HeldAgainst) => ({
    caught: night === null ? t('ruleSilent', { nights }) : t('ruleSpoke', { night, nights }),
    alarms: t('ruleAlarms', { falseAlarms, perWeek }),
  })
  return (
    <div className="outcome">
      {yours && <p>{t('ruleGiven', { who, ...inWords(yours) })}</p>}
      <p>{t('ruleBest', inWords(best))}</p>
    </div>
  )
}

function Words({ words }: { words: ResponseWords }) {
  const t = useTranslations('lab')
  if (!words) return t('nothingGiven')
  if ('isUnknowable' in words) return t('bench.unknowable')
  if (words.lines.length === 1) return <Unbroken text={words.lines[0] ?? ''} />
  return (
    <ol className="lines">
      {words.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same, and never move
        <li key={index}>
          <Unbroken text={line} />
        </li>
      ))}
    </ol>
  )
}
