import { Day } from '../ui/dates.tsx'
import { TextInput } from '../ui/field.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Act } from './act.tsx'

interface Props {
  person: { id: string; leaves: { id: string; startsOn: string; endsOn: string }[] }
  today: string
  isManaged: boolean
  actions: { addLeave: FormAction; dropLeave: FormAction }
}

/** Days away: nobody is reminded then, and due dates move by as many days. */
export function LeaveSection({ person, today, isManaged, actions }: Props) {
  const t = useTranslations('people')
  return (
    <section>
      <div className="head2">
        <h2 className="h2">{t('leave')}</h2>
      </div>
      {person.leaves.length === 0 ? (
        <p className="quiet">{t('noLeave')}</p>
      ) : (
        <table className="table">
          <caption className="sr">{t('leave')}</caption>
          <tbody>
            {person.leaves.map(({ id, startsOn, endsOn }) => (
              <tr key={id}>
                <td>
                  <Day day={startsOn} today={today} /> – <Day day={endsOn} today={today} />
                </td>
                <td className="end">
                  {isManaged && (
                    <Act action={actions.dropLeave} values={{ leaveId: id }}>
                      {t('removeLeave')}
                    </Act>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isManaged && (
        <details className="confirm mt-3">
          <summary>{t('addLeaveOpen')}</summary>
          <p>{t('leaveText')}</p>
          <Form action={actions.addLeave} className="form">
            <input type="hidden" name="personId" value={person.id} />
            <TextInput name="startsOn" type="date" label={t('leaveFrom')} required />
            <TextInput name="endsOn" type="date" label={t('leaveTo')} required />
            <div>
              <SubmitButton kind="plain">{t('addLeave')}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </section>
  )
}
