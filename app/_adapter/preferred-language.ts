import type { Language } from '#domain/catalogue/types'

/** The language of somebody whose own is not known: the one chosen by cookie, then the browser's. */
export function preferredLanguage(chosen: string | null | undefined, accepted: string | null): Language {
  if (chosen === 'en' || chosen === 'ja') return chosen
  return /^ja\b/i.test((accepted ?? '').trim()) ? 'ja' : 'en'
}
