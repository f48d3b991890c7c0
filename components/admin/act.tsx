import type { ReactNode } from 'react'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'

interface Props {
  action: FormAction
  /** What it is about. */
  values: Record<string, string>
  kind?: 'main' | 'plain' | 'compact'
  children: ReactNode
}

/** A form that is one button. */
export function Act({ action, values, kind = 'compact', children }: Props) {
  return (
    <Form action={action} className="act-form">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind}>{children}</SubmitButton>
    </Form>
  )
}
