import { useLocale } from 'next-intl'
import type { AuditFilter } from '#domain/audit/filter'
import type { Localised } from '#domain/catalogue/types'
import { useDates } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Event {
  id: string
  at: Date
  verb: string
  actor: { kind: 'person' | 'system' | 'anonymous'; id: string | null; name: string | null }
  subject: { kind: string; id: string | null; name: string | null; personId: string | null; courseTitle: Localised | null }
  details: { state: 'intact' | 'changed'; details: Record<string, unknown> } | { state: 'erased' }
  detailsHash: string
}
type HrefOf = (change: Partial<AuditFilter>) => string

/** Events on the line: when at its left, what happened at its right. */
export function EventList({ events, hrefOf }: { events: readonly Event[]; hrefOf: HrefOf }) {
  const dates = useDates()
  return (
    <ol className="docket events">
      {events.map((event) => (
        <li key={event.id}>
          <p className="on">
            <time dateTime={event.at.toISOString()}>{dates.write(event.at, 'date')}</time>
            <small>{dates.write(event.at, 'clock')}</small>
          </p>
          <div className="matter">
            <Sentence event={event} hrefOf={hrefOf} />
            <Details event={event} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What happened, as a sentence; each name leads to whatever else it did, or was done to it. */
function Sentence({ event: { verb, actor, subject }, hrefOf }: { event: Event; hrefOf: HrefOf }) {
  const t = useTranslations('auditLog')
  const subjectName = useSubjectName(subject, actor.id)
  const actorName = actor.kind === 'person' ? (actor.name ?? t('somebody')) : t(actor.kind)
  const sentence = t.has(`verbs.${verb}` as 'verbs.unknown') ? (`verbs.${verb}` as 'verbs.unknown') : 'verbs.unknown'
  return (
    <p>
      {t.rich(sentence, {
        verb,
        a: (words) => (actor.id ? <a href={hrefOf({ actor: actor.id })}>{words}</a> : words),
        s: (words) => (subject.id ? <a href={hrefOf({ subject: subject.id })}>{words}</a> : words),
        actor: actorName,
        subject: subjectName,
      })}
    </p>
  )
}

function useSubjectName({ kind, id, name, personId, courseTitle }: Event['subject'], actorId: string | null): string {
  const t = useTranslations('auditLog')
  const title = courseTitle?.[useLocale()]
  if (title && name && personId !== actorId) return t('personCourse', { person: name, course: title })
  return title ?? name ?? (id === null ? t('nothing') : kind === 'person' ? t('somebody') : id)
}

function Details({ event: { id, verb, details, detailsHash } }: { event: Event }) {
  const t = useTranslations('auditLog')
  if (details.state === 'erased') return <p className="meta">{t('erased')}</p>
  const entries = Object.entries(details.details)
  return (
    <details className="data">
      <summary>{t('details')}</summary>
      {entries.length === 0 ? (
        <p>{t('noDetails')}</p>
      ) : (
        <table className="table">
          <thead className="sr">
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(([field, value]) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>
                  <code>{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="meta">{t(details.state === 'intact' ? 'verified' : 'differs')}</p>
      <dl className="meta">
        <div>
          <dt>{t('event')}</dt>
          <dd>
            <code>{verb}</code> <code>{id}</code>
          </dd>
        </div>
        <div>
          <dt>{t('hash')}</dt>
          <dd>
            <code>{detailsHash}</code>
          </dd>
        </div>
      </dl>
    </details>
  )
}
