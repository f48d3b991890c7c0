import type { IncomingHttpHeaders } from 'node:http'
import type { Language } from '#domain/catalogue/types'
import { cookieIn, languageCookieName } from './cookie-names.ts'

/** The language of somebody whose own is not known: the one chosen by cookie, then the browser's. */
export function preferredLanguage(chosen: string | null | undefined, accepted: string | null): Language {
  if (chosen === 'en' || chosen === 'ja') return chosen
  return /^ja\b/i.test((accepted ?? '').trim()) ? 'ja' : 'en'
}

/** The same, of a request that is not asked for by Next. */
export const languageOf = ({ cookie, 'accept-language': accepted }: IncomingHttpHeaders): Language =>
  preferredLanguage(cookieIn(cookie, languageCookieName()), accepted ?? null)
