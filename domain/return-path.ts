/** A path of this site to return to after signing in or changing the language, or `fallback`: never another site. */
export function returnPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return fallback
  // Browsers read a backslash as a slash and drop control characters: `/\evil.example` and `/<tab>/evil.example` lead away.
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(wanted)) return fallback
  const base = 'https://casebook.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  // `/.//evil.example` becomes `//evil.example` once its dots are resolved.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
