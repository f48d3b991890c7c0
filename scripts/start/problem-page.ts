import { createHash } from 'node:crypto'
import { securityHeaders } from '#auth/security-headers'
import en from '#messages/en' with { type: 'json' }
import ja from '#messages/ja' with { type: 'json' }
import words from '#messages/problem' with { type: 'json' }
import { escaped, plainLooks } from '../../app/_adapter/plain-page.ts'

type Language = keyof typeof words
export type Reason = 'database_unreachable' | 'database_full' | 'database_read_only' | 'database_busy' | 'in_doubt'

// The page must come when nothing else does.
const style = [':root{color-scheme:light dark}', ...Object.entries(plainLooks).map(([name, look]) => `${name}{${look}}`)].join('\n')
const styleHash = createHash('sha256').update(style).digest('base64')

export interface ProblemPage {
  status: 500 | 503
  headers: Record<string, string>
  body: string
}

interface Circumstances {
  /** What is the matter with the database; null: something nobody foresaw. */
  reason: Reason | null
  isHttps: boolean
  /** Whether this is the demonstration, which says so on every page. */
  isDemo: boolean
  /** Whether the request only read. */
  isRead: boolean
}

/**
 * The page a person gets when theirs could not be made. It needs neither script nor database.
 * @param number of the request, as it stands in the log
 */
export function problemPage(language: Language, number: string, { reason, isHttps, isDemo, isRead }: Circumstances): ProblemPage {
  const { [language]: say } = words
  // What was sent is sent again from the page before, where it still stands.
  const again = isRead ? `<p><a href="">${escaped(say.tryAgain)}</a></p>` : ''
  const text = reason === null ? say.text.replace('{number}', number) : reason === 'in_doubt' ? say.inDoubtText : say.outageText
  const title = say[reason ?? 'title']
  const { demoLabel, demoText } = { en, ja }[language].common
  const banner = isDemo ? `<aside aria-label="${escaped(demoLabel)}">${escaped(demoText)}</aside>` : ''
  const body = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Casebook</title><style>${style}</style></head><body>${banner}<main id="main"><h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>${again}</main></body></html>`
  const headers = {
    ...securityHeaders('', { isHttps, isDevelopment: false }),
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    ...(reason && { 'Retry-After': '10' }),
  }
  return { status: reason ? 503 : 500, headers, body }
}
