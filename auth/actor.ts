import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { database } from '#db/client'
import type { PersonActor } from '#domain/policy'
import { isDueToBeSeen } from '#domain/sessions/limits'
import type { Caller } from '#services/caller'
import { findSession, type OrganisationView, type SignedIn } from '#services/sessions/find-session'
import { keepSession } from '#services/sessions/keep-session'
import { sessionCookieName } from './cookie-names.ts'

/** Who is asking? One query, once per request. Roles and active state are as they are now, so changes act at once. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  const session = token ? await findSession(database(), token, requestTime()) : null
  if (session && isDueToBeSeen(session.session, requestTime())) after(() => keepSession(database(), session, requestTime()))
  return session
})

/** One `now` for a whole request. */
export const requestTime = cache(() => new Date())

/** The caller for verbs that a visitor who is not signed in may use. */
export async function currentCaller(): Promise<Caller> {
  const session = await currentSession()
  return { actor: session?.actor ?? { kind: 'anonymous' }, now: requestTime(), db: database() }
}

export type PersonCaller = Caller & { actor: PersonActor; organisation: OrganisationView }

/** The caller of a page for people who are signed in; everyone else is sent to sign in, and back to `returnTo` after it. */
export async function personCaller(returnTo = '/training'): Promise<PersonCaller> {
  const session = await currentSession()
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
  return { actor: session.actor, organisation: session.organisation, now: requestTime(), db: database() }
}
