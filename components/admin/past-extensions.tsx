import { dayOf } from '#domain/calendar'
import type { ExtensionReason } from '#domain/enrolments/reasons'
import { Day } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Extension {
  id: string
  fromDueOn: string | null
  toDueOn: string
  reason: ExtensionReason
  decidedAt: Date
}

export function PastExtensions({ extensions, today, timeZone }: { extensions: readonly Extension[]; today: string; timeZone: string }) {
  const t = useTranslations('assignments')
  return (
    <section>
      <h2 className="h2">{t('pastExtensions')}</h2>
      <table className="table rows mt-4">
        <caption className="sr">{t('pastExtensions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('decidedOn')}</th>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {extensions.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Day day={dayOf(each.decidedAt, timeZone)} today={today} />
              </th>
              <td data-l={t('from')}>{each.fromDueOn ? <Day day={each.fromDueOn} today={today} /> : t('noDate')}</td>
              <td data-l={t('to')}>
                <Day day={each.toDueOn} today={today} />
              </td>
              <td data-l={t('reason')}>{t(`extensionReasons.${each.reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
