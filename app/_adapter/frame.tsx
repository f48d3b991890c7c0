import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentSession } from '#auth/actor'
import { Footer } from '#components/ui/footer'
import { Letterhead } from '#components/ui/letterhead'
import { getTranslations } from '#components/ui/words'
import { mayEver, type PersonActor } from '#domain/policy'
import { SharedDevice } from './shared-device.tsx'

export type Section = 'training' | 'cases' | 'reports' | 'admin' | 'account'

const showsAdmin = (actor: PersonActor) =>
  mayEver(actor, 'assignment.read') || mayEver(actor, 'settings.manage') || mayEver(actor, 'audit.read')

/** Letterhead, content, foot. Hides what would be refused anyway; only the verb refuses it. */
export async function Frame({ section, here, children }: { section: Section | null; here: string; children: ReactNode }) {
  const session = await currentSession()
  const t = await getTranslations('common')
  const links: Section[] = session
    ? [
        'training',
        'cases',
        ...(mayEver(session.actor, 'report.read') ? ['reports' as const] : []),
        ...(showsAdmin(session.actor) ? ['admin' as const] : []),
      ]
    : []
  const organisationName = session?.organisation.name ?? null
  return (
    <>
      <Letterhead
        organisationName={organisationName}
        person={session && { name: session.actor.name, language: session.actor.language }}
        links={links.map((link) => ({ href: `/${link}`, label: t(link as 'training'), isCurrent: link === section }))}
        language={await getLocale()}
        here={here}
      />
      {session?.session.isShared && <SharedDevice />}
      {children}
      <Footer organisationName={organisationName} />
    </>
  )
}
