import { waiverReasons } from '#domain/enrolments/reasons'
import { RadioGroup, TextArea } from '../ui/field.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'

/** Counting a course as done without doing it: why, and a note. */
export function WaiverForm({ action, enrolmentId }: { action: FormAction; enrolmentId: string }) {
  const t = useTranslations('assignments')
  return (
    <Form action={action} className="form mt-4">
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <RadioGroup
        name="reason"
        label={t('reason')}
        options={waiverReasons.map((reason) => ({ value: reason, label: t(`waiverReasons.${reason}`) }))}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={1000} />
      <div>
        <SubmitButton kind="plain">{t('waiveSubmit')}</SubmitButton>
      </div>
    </Form>
  )
}
