import { useDates } from '#components/ui/dates'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations, useTranslations } from '#components/ui/words'
import { deviceName } from '#domain/sessions/device-name'
import type { SessionRow } from '#services/sessions/list-sessions'
import { endOne, endOthers } from './actions.ts'
import { Part } from './part.tsx'

/** The devices one is signed in on, each with a button to sign it out; this one is signed out at the head of the page. */
export async function Devices({ sessions, isEnded }: { sessions: SessionRow[]; isEnded: boolean }) {
  const t = await getTranslations('account')
  return (
    <Part id="sessions" title={t('sessions')}>
      <p>{t('sessionsText')}</p>
      {isEnded && (
        <p role="status" className="problem">
          {t('ended')}
        </p>
      )}
      <ul className="devices">
        {sessions.map((session) => (
          <Device key={session.id} {...session} />
        ))}
      </ul>
      {sessions.some((session) => !session.isThis) && (
        <Form action={endOthers}>
          <SubmitButton kind="plain">{t('endOthers')}</SubmitButton>
        </Form>
      )}
    </Part>
  )
}

function Device({ id, userAgent, createdAt, lastSeenAt, isShared, isThis }: SessionRow) {
  const t = useTranslations('account')
  const { write } = useDates()
  const { browser, system } = deviceName(userAgent)
  const name = browser && system ? t('deviceOn', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
  const marks = [isThis && t('thisDevice'), isShared && t('sharedDevice')].filter((mark) => mark !== false)
  return (
    <li>
      <div>
        <p>
          {[name, ...marks].map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              {index > 0 ? <b>{part}</b> : part}
            </span>
          ))}
        </p>
        <p className="meta">
          <time dateTime={lastSeenAt.toISOString()}>{t('lastSeen', { when: write(lastSeenAt, 'instant') })}</time>
          {' · '}
          <time dateTime={createdAt.toISOString()}>{t('since', { when: write(createdAt, 'instant') })}</time>
        </p>
      </div>
      {!isThis && (
        <Form action={endOne}>
          <input type="hidden" name="sessionId" value={id} />
          <SubmitButton kind="compact">
            {t('end')} <span className="sr">{t('endLabel', { device: name })}</span>
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}
