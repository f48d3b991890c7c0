/** On https the cookie is bound to this host and to secure connections; plain http exists on loopback only. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-casebook.session' : 'casebook.session'
}
