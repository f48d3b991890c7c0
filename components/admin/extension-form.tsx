import { extensionReasons } from '#domain/enrolments/reasons'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  action: FormAction
  values: Record<string, string>
  /** The first day that can be chosen. */
  earliest: string
  submit: string
}

/** A later day, why, and a note. */
export function ExtensionForm({ action, values, earliest, submit }: Props) {
  const t = useTranslations('assignments')
  return (
    <Form action={action} className="form mt-4">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput name="dueOn" type="date" label={t('newDate')} min={earliest} required />
      <Select
        name="reason"
        label={t('reason')}
        options={extensionReasons.map((reason) => ({ value: reason, label: t(`extensionReasons.${reason}`) }))}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={1000} />
      <div>
        <SubmitButton kind="plain">{submit}</SubmitButton>
      </div>
    </Form>
  )
}
