'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { type Certainty, certainties } from '#domain/attempts/types'
import type { LabView, TaskView } from '#domain/labs/lab-view'
import type { TaskResponse } from '#domain/labs/types'
import { TaskInput } from './task-input.tsx'
import { useWords } from './use-words.ts'

interface Props {
  view: LabView
  file: LabView['file']
  task: TaskView
  number: number
  address: string
  /** Hidden fields of every plain form. */
  hidden: ReactNode
  isPicking: boolean
  pick: () => void
  respond: (task: string, given: TaskResponse, certainty: Certainty | null) => void
  clear: (task: string) => void
}

/** One task: its question, what is offered, and how sure one is, which gives the response. */
export function TaskForm({ view, file, task, number, address, hidden, isPicking, pick, respond, clear }: Props) {
  const t = useWords()
  const held = file.tasks[task.id]
  const isUnknowable = held !== undefined && 'isUnknowable' in held.given
  const choose = (given: TaskResponse) => respond(task.id, given, null)
  const takeBack = () => held && clear(task.id)
  return (
    <form
      key={task.id}
      className="tally task"
      id="task"
      method="post"
      action={address}
      onKeyDown={stayOnEnter}
      onSubmit={(event) => event.preventDefault()}
    >
      {hidden}
      <input type="hidden" name="task" value={task.id} />
      <input type="hidden" name="kind" value={task.kind} />
      <p className="quiet small">
        {t('taskOf', { number, of: view.tasks.length })}
        {task.isUnscored && ` · ${t('unscored')}`}
      </p>
      <h3 tabIndex={-1}>{task.prompt}</h3>
      {!isUnknowable && (
        <TaskInput key={task.id} {...{ view, file, task, choose, isPicking, pick }} given={held?.given ?? null} clear={takeBack} />
      )}
      {task.isUnknowableOffered && (
        <label className="check">
          <input
            type="checkbox"
            name="unknowable"
            checked={isUnknowable}
            onChange={(event) => (event.target.checked ? choose({ isUnknowable: true }) : clear(task.id))}
          />
          {t('unknowable')}
        </label>
      )}
      <fieldset className="certainty">
        <legend className="small">{t(held?.certainty ? 'givenSure' : 'howSure')}</legend>
        {certainties.map((certainty) => (
          <button
            key={certainty}
            type="submit"
            name="certainty"
            value={certainty}
            className={held?.certainty === certainty ? 'btn compact' : 'btn plain compact'}
            aria-pressed={held?.certainty === certainty}
            onClick={() => held && respond(task.id, held.given, certainty)}
          >
            {t(certainty)}
          </button>
        ))}
      </fieldset>
      <p className="quiet small" role="status">
        {held ? t(held.certainty ? 'isGiven' : 'sayHowSure') : t('chooseFirst')}
      </p>
    </form>
  )
}

/** Enter in a field would press the first button of the form, which gives the response as a guess. */
function stayOnEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
