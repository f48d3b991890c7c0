import { getLocale } from 'next-intl/server'
import { datesIn, When } from '#components/ui/dates'
import { getTranslations } from '#components/ui/words'
import type { ReadingReason } from '#domain/labs/reading'
import { Part } from './part.tsx'

interface Account {
  name: string
  email: string | null
  employeeNumber: string | null
  homeGroup: string
  supervisor: string | null
  enrolments: number
  responses: number
  completions: number
  events: number
  readings: { id: string; at: Date; name: string; why: ReadingReason | null }[]
}

/** What is known of oneself. */
export async function Yourself({ account }: { account: Account }) {
  const t = await getTranslations('account')
  const rows = (['name', 'email', 'employeeNumber', 'homeGroup', 'supervisor'] as const).filter(
    (row) => row !== 'employeeNumber' || account.employeeNumber !== null,
  )
  return (
    <Part id="you" title={t('you')}>
      <dl className="facts">
        {rows.map((row) => (
          <div key={row} className="contents">
            <dt>{t(row)}</dt>
            <dd>{account[row] ?? t('none')}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{t('askAdmin')}</p>
    </Part>
  )
}

type Both = { en: string; ja: string }

/** Where to report an incident here, and whom to call. A text that one language lacks is shown in the other. */
export async function Guidance({ reportTo, call, language }: { reportTo: Both; call: Both; language: 'en' | 'ja' }) {
  const t = await getTranslations('account')
  const own = (text: Both) => text[language] || text.en || text.ja
  const rows = [
    { label: t('reportTo'), text: own(reportTo) },
    { label: t('call'), text: own(call) },
  ].filter((row) => row.text !== '')
  return (
    <Part id="guidance" title={t('guidance')}>
      {rows.length === 0 ? (
        <p>{t('noGuidance')}</p>
      ) : (
        <dl className="facts">
          {rows.map(({ label, text }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  )
}

/** What is recorded about oneself, in short, and who sees it. */
export async function Recorded({ account, readableSince, timeZone }: { account: Account; readableSince: Date | null; timeZone: string }) {
  const t = await getTranslations('account')
  const say = await getTranslations('reports.lab.readFor')
  const { enrolments, responses, completions, events, readings } = account
  const since = readableSince && datesIn(await getLocale(), timeZone).write(readableSince, 'instant')
  return (
    <Part id="recorded" title={t('recorded')}>
      <p>{t('recordedText', { enrolments, responses, completions })}</p>
      <p>{t('whoSees')}</p>
      <p>{since ? t('labsRead', { count: readings.length, since }) : t('labsPrivate', { count: readings.length })}</p>
      {readings.length > 0 && (
        <ul className="plainlist">
          {readings.map(({ id, at, name, why }) => (
            <li key={id}>
              {name} · <When at={at} as="instant" />
              {why && ` · ${say(why)}`}
            </li>
          ))}
        </ul>
      )}
      <p>{t('audited', { count: events })}</p>
    </Part>
  )
}
