'use client'

import { useState } from 'react'
import { type Direction, moved } from '#domain/attempts/fields'
import type { LabView } from '#domain/labs/lab-view'
import { timeColumn } from '#domain/labs/workbench'
import type { InputProps } from './input-props.ts'
import { RowsInput } from './rows-input.tsx'
import { RuleInput } from './rule-input.tsx'
import { useWords } from './use-words.ts'
import { ValueInput } from './value-input.tsx'

/** What a task takes, after its kind. */
export function TaskInput(props: InputProps) {
  const { task } = props
  switch (task.kind) {
    case 'rows':
    case 'plan':
      return <RowsInput {...props} task={task} />
    case 'value':
      return <ValueInput {...props} task={task} />
    case 'number':
      return <NumberInput {...props} task={task} />
    case 'time':
      return <TimeInput {...props} task={task} />
    case 'order':
      return <OrderInput {...props} task={task} />
    case 'choice':
      return <ChoiceInput {...props} task={task} />
    case 'rule':
      return <RuleInput {...props} task={task} />
  }
}

function NumberInput({ task, given, choose, clear }: InputProps<'number'>) {
  const t = useWords()
  const number = given && 'number' in given ? given.number : null
  return (
    <label className="inline">
      <span className="sr">{t('number')}</span>
      <input
        className="input compact"
        type="number"
        name="number"
        step="any"
        defaultValue={number ?? ''}
        onChange={({ target }) => (target.value === '' ? clear() : choose({ number: target.valueAsNumber }))}
      />
      {number === 1 ? task.unit.one : task.unit.other}
    </label>
  )
}

/** A day, and the minute where one knows it: what is typed stays in its field, and is a response as soon as there is a day. */
function TimeInput({ view, given, choose, clear }: InputProps<'time'>) {
  const t = useWords()
  const [[day = '', clock = ''], setTyped] = useState(given && 'time' in given ? given.time.split('T') : [])
  const { first, last } = daysOf(view)
  const type = (on: string, at: string) => {
    setTyped([on, at])
    if (on) choose({ time: at ? `${on}T${at}` : on })
    else clear()
  }
  return (
    <div className="inline">
      <input
        className="input compact"
        type="date"
        name="day"
        aria-label={t('day')}
        min={first}
        max={last}
        value={day}
        onChange={(event) => type(event.target.value, clock)}
      />
      <input
        className="input compact"
        type="time"
        name="clock"
        aria-label={t('clock')}
        value={clock}
        onChange={(event) => type(day, event.target.value)}
      />
    </div>
  )
}

function daysOf({ tables }: LabView): { first?: string; last?: string } {
  const days = tables
    .flatMap((table) => {
      const column = timeColumn(table)
      const at = table.columns.findIndex(({ id }) => id === column?.id)
      return at < 0 ? [] : table.rows.flatMap((cells) => (cells[at] === null ? [] : [String(cells[at]).slice(0, 10)]))
    })
    .sort()
  return { first: days[0], last: days.at(-1) }
}

function OrderInput({ task, given, choose }: InputProps<'order'>) {
  const t = useWords()
  const order = given && 'order' in given ? given.order : task.events.map(({ id }) => id)
  const text = (id: string) => task.events.find((event) => event.id === id)?.text ?? id
  return (
    <ol className="ordering">
      {order.map((id, index) => (
        <li key={id}>
          <input type="hidden" name="event" value={id} />
          <span>{text(id)}</span>
          {(['up', 'down'] as const).map((direction: Direction) => (
            <button
              key={direction}
              type="submit"
              className="mv"
              name="move"
              value={`${id} ${direction}`}
              aria-label={t(direction === 'up' ? 'moveUp' : 'moveDown', { event: text(id) })}
              disabled={index === (direction === 'up' ? 0 : order.length - 1)}
              onClick={() => choose({ order: moved(order, id, direction) })}
            >
              {direction === 'up' ? '↑' : '↓'}
            </button>
          ))}
        </li>
      ))}
      {!given && (
        <li className="keep">
          <button type="button" className="linklike" onClick={() => choose({ order })}>
            {t('keepOrder')}
          </button>
        </li>
      )}
    </ol>
  )
}

function ChoiceInput({ task, given, choose }: InputProps<'choice'>) {
  const chosen = given && 'choice' in given ? given.choice : ''
  return (
    <div className="choices" role="radiogroup" aria-label={task.prompt}>
      {task.choices.map(({ id, text }) => (
        <label key={id} className="check">
          <input type="radio" name="choice" value={id} checked={id === chosen} onChange={() => choose({ choice: id })} />
          {text}
        </label>
      ))}
    </div>
  )
}
