/** What every answer tells the browser about what may happen on a page. Pure: whatever serves gives it the request. */

interface Site {
  publicUrl: string
  isHttps: boolean
  /** The development server evaluates code and talks back to itself. */
  isDevelopment: boolean
}

/** Everything comes from this origin. Scripts need the nonce of their page; style sheets are files, single attributes may style (charts do). */
export function contentPolicy(nonce: string, { isHttps, isDevelopment }: Omit<Site, 'publicUrl'>): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : "'self'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  const parts = Object.entries(directives).map(([name, value]) => `${name} ${value}`)
  return [...parts, ...(isHttps ? ['upgrade-insecure-requests'] : [])].join('; ')
}

export function securityHeaders(nonce: string, site: Omit<Site, 'publicUrl'>): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(nonce, site),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Addresses of invitations and resets carry their token. Without any referrer browsers would send forms with `Origin: null`.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(site.isHttps && { 'Strict-Transport-Security': 'max-age=31536000' }),
  }
}

const harmless = ['GET', 'HEAD', 'OPTIONS']
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Does a request that may change something come from another site's page? Browsers say where a form or script is from in `Origin`,
 * and in `Sec-Fetch-Site`; a request with neither is not made by a browser, which is what would lend it somebody's cookie.
 */
export function isForeign(request: { method: string; headers: Pick<Headers, 'get'> }, publicUrl: string): boolean {
  if (harmless.includes(request.method)) return false
  const origin = request.headers.get('origin')
  if (origin !== null) return !isSameSite(origin, publicUrl)
  return ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '')
}

/**
 * Was a page asked for on one of our own, by a form, a link or once more? Not so a link in a mail, a bookmark or another site's page. What
 * does not say (no browser, or one over plain HTTP) counts as asked here.
 */
export const isAskedHere = (headers: Pick<Headers, 'get'>): boolean => ['same-origin', null].includes(headers.get('sec-fetch-site'))

/** The same origin; on one machine `localhost` and `127.0.0.1` are the same too. */
function isSameSite(origin: string, publicUrl: string): boolean {
  if (origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const [a, b] = [new URL(origin), new URL(publicUrl)]
  return loopback.test(a.hostname) && loopback.test(b.hostname) && a.protocol === b.protocol && a.port === b.port
}
