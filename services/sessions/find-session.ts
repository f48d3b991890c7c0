import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { organisation, people, roleGrants, sessions } from '#db/schema/index'
import type { Grant, PersonActor } from '#domain/policy'
import { latestBeginning } from '#domain/sessions/limits'
import { prepared } from '../prepared.ts'
import { hashToken } from './session-token.ts'

/** The organisation as every page needs it. */
export interface OrganisationView {
  name: string
  timeZone: string
  language: 'en' | 'ja'
  guidance: { reportTo: { en: string; ja: string }; call: { en: string; ja: string } }
  /** From when on a begun lab may be read by reviewers; null: none is. */
  responsesReadableSince: Date | null
}
export interface SignedIn {
  actor: PersonActor
  organisation: OrganisationView
  session: { createdAt: Date; lastSeenAt: Date; isShared: boolean }
}

const liveGrants = sql<Grant[]>`coalesce((select jsonb_agg(jsonb_build_object('role', ${roleGrants.role}, 'groupId', ${roleGrants.groupId}))
  from ${roleGrants} where ${roleGrants.personId} = ${people.id} and ${roleGrants.revokedAt} is null
  and (${roleGrants.endsAt} is null or ${roleGrants.endsAt} > ${sql.placeholder('now')})), '[]'::jsonb)`

const isSupervisor = sql<boolean>`exists (select 1 from people report where report.supervisor_id = ${people.id} and report.deactivated_at is null)`

const statement = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      session: { createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, isShared: sessions.isShared },
      personId: people.id,
      name: people.name,
      language: people.language,
      timeZone: sql<string>`coalesce(${people.timeZone}, ${organisation.timeZone})`,
      grants: liveGrants,
      isSupervisor,
      organisation,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(organisation, eq(organisation.id, 1))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('hash')),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        lte(sessions.createdAt, sql.placeholder('latest')),
        isNull(people.deactivatedAt),
      ),
    )
    .prepare('find_session'),
)

/** Who is behind a cookie's token: session, person, live roles, active state and organisation in one prepared statement; null: nobody. */
export async function findSession(db: Database, token: string, now: Date): Promise<SignedIn | null> {
  const [row] = await statement(db).execute({ hash: hashToken(token), now: now.toISOString(), latest: latestBeginning(now).toISOString() })
  if (!row) return null
  const { sessionId, personId, name, language, timeZone, grants, organisation: own } = row
  return {
    actor: { kind: 'person', id: personId, sessionId, name, language, timeZone, grants, isSupervisor: row.isSupervisor },
    session: row.session,
    organisation: {
      name: own.name,
      timeZone: own.timeZone,
      language: own.language,
      guidance: { reportTo: { en: own.reportToEn, ja: own.reportToJa }, call: { en: own.callEn, ja: own.callJa } },
      responsesReadableSince: own.responsesReadableSince,
    },
  }
}
