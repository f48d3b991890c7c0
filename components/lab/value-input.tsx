'use client'

import { useId, useState } from 'react'
import { cellInWords } from '#domain/labs/tell'
import { counted, longestList } from '#domain/labs/workbench'
import type { InputProps } from './input-props.ts'
import { useWords } from './use-words.ts'

/** One value out of a column, with ‘there is none’ after them where that may be right; or one out of a list. */
export function ValueInput({ view, task, given, choose, clear }: InputProps<'value'>) {
  const t = useWords()
  const options = optionsOf(view, task)
  const chosen = given && 'value' in given ? given.value : ''
  if (options.length > longestList) return <Typed {...{ options, chosen, clear }} choose={(value) => choose({ value })} />
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

interface Option {
  id: string
  text: string
}

function optionsOf(view: InputProps['view'], task: InputProps<'value'>['task']): Option[] {
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

// Keyboards of phones and of Japanese write wide letters, capitals and a space after a word.
const plain = (text: string) => text.trim().normalize('NFKC').toLowerCase()

/** The value that is meant by what is typed: as it stands there, or else but for case, width and spaces around it. */
export const optionTyped = <O extends Pick<Option, 'text'>>(options: readonly O[], typed: string): O | undefined =>
  options.find(({ text }) => text === typed) ?? options.find(({ text }) => plain(text) === plain(typed))

interface TypedProps extends Pick<InputProps, 'clear'> {
  options: Option[]
  chosen: string
  choose: (value: string) => void
}

function Typed({ options, chosen, choose, clear }: TypedProps) {
  const t = useWords()
  const id = useId()
  const [text, setText] = useState(options.find((option) => option.id === chosen)?.text ?? '')
  const type = (typed: string) => {
    setText(typed)
    const option = optionTyped(options, typed)
    // What is chosen is what stands in the field, or nothing.
    if (!option) clear()
    else if (option.id !== chosen) choose(option.id)
  }
  return (
    <>
      <input
        className="input compact"
        name="value"
        list={id}
        value={text}
        aria-label={t('typeValue')}
        placeholder={t('typeValue')}
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.id} value={option.text} />
        ))}
      </datalist>
      {text !== '' && !optionTyped(options, text) && <p className="quiet small">{t('noSuchValue')}</p>}
    </>
  )
}
