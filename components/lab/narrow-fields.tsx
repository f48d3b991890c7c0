'use client'

import { type ReactNode, useMemo } from 'react'
import { week } from '#domain/labs/calendar'
import type { TableView } from '#domain/labs/lab-view'
import { asksNow, fieldOfCell } from '#domain/labs/narrow'
import { clockOf, type Teller } from '#domain/labs/tell'
import type { View } from '#domain/labs/types'
import { counted, longestList } from '#domain/labs/workbench'
import { useKept } from './use-kept.ts'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  column: TableView['columns'][number]
  view: View
  teller: Teller
  close: () => void
}

/** What one can ask of a column, after its kind; sent with the form that it stands in, with and without script. */
export function NarrowFields(props: Props) {
  const { column, close } = props
  const t = useWords()
  const fields = { text: Values, word: Values, number: Numbers, day: Times, time: Times }
  const Fields = fields[column.kind]
  return (
    <fieldset className="narrow">
      <legend className="sr">{t('narrowBy', { column: column.title })}</legend>
      <input type="hidden" name="narrowed" value={column.id} />
      <Fields {...props} />
      <span className="go">
        <button type="submit" className="btn plain compact">
          {t('apply')}
        </button>
        <button type="button" className="linklike onlyscript" onClick={close}>
          {t('closeNarrow')}
        </button>
      </span>
    </fieldset>
  )
}

function Values({ table, column, view, teller }: Props) {
  const t = useWords()
  const values = useMemo(() => counted(table, [...table.rows.keys()], column.id), [table, column.id])
  const is = asksNow(view, column.id, 'value')
  return (
    <>
      {values.length <= longestList && (
        <Field label={t('value')}>
          <Choice
            name="is"
            now={is ? fieldOfCell(is.is) : ''}
            none={t('anyValue')}
            options={values.map(({ value, count }) => [
              fieldOfCell(value),
              t('times', { value: teller.cell(value, column.kind) || '–', count }),
            ])}
          />
        </Field>
      )}
      {column.kind === 'text' && (
        <Field label={t('contains')}>
          <Typed type="text" name="has" maxLength={200} now={asksNow(view, column.id, 'part')?.has ?? ''} />
        </Field>
      )}
    </>
  )
}

/** The least and the greatest value of a column, over the whole table. */
function useEnds({ table, column }: Props): [low: string, high: string] {
  return useMemo(() => {
    const at = table.columns.indexOf(column)
    const cells = table.rows.flatMap((row) => row[at] ?? [])
    const end = (isNearer: (a: string | number, b: string | number) => boolean) =>
      String(cells.reduce((best, cell) => (isNearer(cell, best) ? cell : best), cells[0] ?? ''))
    return [end((a, b) => a < b), end((a, b) => a > b)]
  }, [table, column])
}

function Numbers(props: Props) {
  const t = useWords()
  const [low, high] = useEnds(props)
  const { from, to } = asksNow(props.view, props.column.id, 'range') ?? {}
  const text = (end: string | number | undefined) => (end === undefined ? '' : String(end))
  return (
    <>
      <Field label={t('atLeast')}>
        <Typed type="number" name="low" step="any" placeholder={low} now={text(from)} />
      </Field>
      <Field label={t('atMost')}>
        <Typed type="number" name="high" step="any" placeholder={high} now={text(to)} />
      </Field>
    </>
  )
}

function Times(props: Props) {
  const { column, view, teller } = props
  const t = useWords()
  const [min = '', max = ''] = useEnds(props).map((end) => end.slice(0, 10))
  const { from, to } = asksNow(view, column.id, 'range') ?? {}
  const hours = asksNow(view, column.id, 'hours')?.hours
  const weekdays = asksNow(view, column.id, 'weekdays')?.weekdays ?? []
  const common = { min, max, isTime: column.kind === 'time' }
  return (
    <>
      <Moment {...common} name="low" now={String(from ?? '')} words={t('from')} day={t('fromDay')} clock={t('fromClock')} />
      <Moment {...common} name="high" now={String(to ?? '')} words={t('to')} day={t('toDay')} clock={t('toClock')} />
      {common.isTime && (
        <span className="one">
          <span aria-hidden="true">{t('hours')}</span>
          <Choice name="hourFrom" none="–" label={t('hourFrom')} now={hours ? String(hours.from) : ''} options={hourOptions(0)} />
          <span aria-hidden="true">–</span>
          <Choice name="hourTo" none="–" label={t('hourTo')} now={hours ? String(hours.to) : ''} options={hourOptions(59)} />
        </span>
      )}
      <fieldset className="days">
        <legend className="sr">{t('weekdays')}</legend>
        {week.map((day) => (
          <Tick key={day} day={day} isOn={weekdays.includes(day)} words={teller.weekday(day)} />
        ))}
      </fieldset>
    </>
  )
}

const hourOptions = (minute: number) => Array.from({ length: 24 }, (_, hour): [string, string] => [String(hour), clockOf(hour, minute)])

interface MomentProps {
  name: 'low' | 'high'
  now: string
  isTime: boolean
  min: string
  max: string
  words: string
  /** What the two fields are called. */
  day: string
  clock: string
}

/** A day, and the minute where one wants it; a minute needs its day. */
function Moment({ name, now, isTime, min, max, words, day, clock }: MomentProps) {
  const [date, setDate] = useKept(now.slice(0, 10))
  const [time, setTime] = useKept(now.slice(11))
  const common = { className: 'input compact' }
  return (
    <span className="one">
      <span aria-hidden="true">{words}</span>
      <input
        {...{ ...common, min, max }}
        type="date"
        name={`${name}Day`}
        aria-label={day}
        required={time !== ''}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      {isTime && (
        <input
          {...common}
          type="time"
          name={`${name}Clock`}
          aria-label={clock}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      )}
    </span>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: what stands in it is its field
  <label className="one">
    <span>{label}</span>
    {children}
  </label>
)

interface TypedProps {
  type: 'text' | 'number'
  name: string
  now: string
  placeholder?: string
  step?: 'any'
  maxLength?: number
}

function Typed({ now, ...rest }: TypedProps) {
  const [value, setValue] = useKept(now)
  return <input className="input compact" {...rest} value={value} onChange={(event) => setValue(event.target.value)} />
}

interface ChoiceProps {
  name: string
  now: string
  none: string
  label?: string
  options: (readonly [value: string, words: string])[]
}

function Choice({ name, now, none, label, options }: ChoiceProps) {
  const [value, setValue] = useKept(now)
  return (
    <select className="select compact" name={name} aria-label={label} value={value} onChange={(event) => setValue(event.target.value)}>
      <option value="">{none}</option>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Tick({ day, isOn, words }: { day: number; isOn: boolean; words: string }) {
  const [value, setValue] = useKept(isOn ? 'on' : '')
  return (
    <label>
      <input
        type="checkbox"
        name="weekday"
        value={day}
        checked={value === 'on'}
        onChange={(event) => setValue(event.target.checked ? 'on' : '')}
      />
      {words}
    </label>
  )
}
