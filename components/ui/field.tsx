'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useForm } from './form.tsx'

interface Labelled {
  name: string
  label: ReactNode
  hint?: ReactNode
}

/** The ids and states that tie a control to its label, hint and problem. */
export interface FieldControl {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint below it, then the control, then what is wrong with it. */
export function Field({ name, label, hint, children }: Labelled & { children: (control: FieldControl) => ReactNode }) {
  const id = useId()
  const problem = useForm().state.fields?.[name]
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children({ id, name, 'aria-describedby': describedBy || undefined, 'aria-invalid': problem ? true : undefined })}
      <Problem id={`${id}-problem`} sentence={problem} />
    </div>
  )
}

function Problem({ id, sentence }: { id: string; sentence: string | undefined }) {
  return sentence ? (
    <p id={id} className="wrong">
      {sentence}
    </p>
  ) : null
}

/** What was typed before a refusal, else the value the page gave. */
function useValue(name: string, given: string | undefined): string | undefined {
  return useForm().state.values?.[name] ?? given
}

export function TextInput({
  name,
  label,
  hint,
  defaultValue,
  ...rest
}: Labelled & Omit<ComponentProps<'input'>, 'defaultValue'> & { defaultValue?: string }) {
  const value = useValue(name, defaultValue)
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => <input type="text" className="input" {...rest} {...control} defaultValue={value} />}
    </Field>
  )
}

export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  ...rest
}: Labelled & Omit<ComponentProps<'textarea'>, 'defaultValue'> & { defaultValue?: string }) {
  const value = useValue(name, defaultValue)
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => <textarea className="input" rows={4} {...rest} {...control} defaultValue={value} />}
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

/** Keyed by its value: a reset after sending would otherwise show the first option. */
export function Select({
  name,
  label,
  hint,
  options,
  defaultValue,
  ...rest
}: Labelled & { options: readonly Option[] } & Omit<ComponentProps<'select'>, 'defaultValue'> & { defaultValue?: string }) {
  const value = useValue(name, defaultValue)
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <select key={value} className="select" {...rest} {...control} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function Checkbox({
  name,
  label,
  hint,
  defaultChecked = false,
  value = 'on',
}: Labelled & { defaultChecked?: boolean; value?: string }) {
  const { state } = useForm()
  const id = useId()
  const problem = state.fields?.[name]
  const isChecked = state.values ? state.values[name] === value : defaultChecked
  return (
    <div className="field">
      <label className="opt">
        <input
          key={String(isChecked)}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={isChecked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && `${id}-problem`}
        />
        <span>
          {label}
          {hint && <small>{hint}</small>}
        </span>
      </label>
      <Problem id={`${id}-problem`} sentence={problem} />
    </div>
  )
}

export function RadioGroup({
  name,
  label,
  hint,
  options,
  defaultValue,
}: Labelled & { options: readonly (Option & { hint?: string })[]; defaultValue?: string }) {
  const { state } = useForm()
  const id = useId()
  const value = useValue(name, defaultValue)
  const problem = state.fields?.[name]
  return (
    <fieldset
      className="field"
      aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="label">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label className="opt" key={`${option.value} ${value}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
            aria-invalid={problem ? true : undefined}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      <Problem id={`${id}-problem`} sentence={problem} />
    </fieldset>
  )
}
