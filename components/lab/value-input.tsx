'use client'

import { useId, useState } from 'react'
import { cellInWords } from '#domain/labs/tell'
import { counted, longestList } from '#domain/labs/workbench'
import type { InputProps } from './input-props.ts'
import { useWords } from './use-words.ts'

/** One value out of a column, with ‘there is none’ after them where that may be right; or one out of a list. */
export function ValueInput({ view, task, given, choose }: InputProps<'value'>) {
  const t = useWords()
  const options = optionsOf(view, task)
  const chosen = given && 'value' in given ? given.value : ''
  if (options.length > longestList) return <Typed {...{ options, chosen }} choose={(value) => choose({ value })} />
  return (
    <select
      className="select compact"
      name="value"
      aria-label={task.prompt}
      value={chosen}
      onChange={(event) => choose({ value: event.target.value })}
    >
      <option value="" disabled>
        {t('choose')}
      </option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}

function optionsOf(view: InputProps['view'], task: InputProps<'value'>['task']): { id: string; text: string }[] {
  const { from } = task
  if (!from) return task.options
  const table = view.tables.find(({ id }) => id === from.table)
  const column = table?.columns.find(({ id }) => id === from.column)
  if (!table || !column) return []
  const values = counted(table, [...table.rows.keys()], column.id)
    .flatMap(({ value }) => (value === null ? [] : [{ id: String(value), text: cellInWords(value, column.kind, view.values) }]))
    .sort((a, b) => (column.kind === 'number' ? Number(a.id) - Number(b.id) : a.text < b.text ? -1 : 1))
  return [...values, ...task.options]
}

function Typed({ options, chosen, choose }: { options: { id: string; text: string }[]; chosen: string; choose: (value: string) => void }) {
  const t = useWords()
  const id = useId()
  const [text, setText] = useState(options.find((option) => option.id === chosen)?.text ?? '')
  const found = options.find((option) => option.text === text)
  return (
    <>
      <input
        className="input compact"
        name="value"
        list={id}
        value={text}
        aria-label={t('typeValue')}
        placeholder={t('typeValue')}
        onChange={(event) => {
          setText(event.target.value)
          const option = options.find((one) => one.text === event.target.value)
          if (option) choose(option.id)
        }}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.id} value={option.text} />
        ))}
      </datalist>
      {text !== '' && !found && <p className="quiet small">{t('noSuchValue')}</p>}
    </>
  )
}
