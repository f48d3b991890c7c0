import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentSession, requestTime } from '#auth/actor'
import { languageCookieName } from '#auth/cookie-names'
import { preferredLanguage } from '#auth/preferred-language'
import { languages } from '#domain/catalogue/types'
import en from '#messages/en'
import ja from '#messages/ja'

const messages = { en, ja }

/** Who asks, so far as that can be found out: words for what is the matter are needed when the database is gone, too. */
const sessionIfKnown = () => currentSession().catch(() => null)

/** The person's language; before sign-in the one chosen by cookie, then the browser's. */
async function requestLanguage(): Promise<'en' | 'ja'> {
  const session = await sessionIfKnown()
  if (session) return session.actor.language
  return preferredLanguage((await cookies()).get(languageCookieName())?.value, (await headers()).get('accept-language'))
}

export default getRequestConfig(async ({ requestLocale }) => {
  const session = await sessionIfKnown()
  // Of the preview, the development server reads the language in the address (scripts/start/preview-language.ts).
  const named = process.env.NODE_ENV === 'development' ? await requestLocale : undefined
  const locale = languages.find((language) => language === named) ?? (await requestLanguage())
  return { locale, messages: messages[locale], timeZone: session?.actor.timeZone ?? 'UTC', now: requestTime() }
})
