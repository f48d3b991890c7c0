import type { Connection } from '../embedded.ts'

/** The bundled server as `DATABASE_URL` names it: for a second Casebook beside the one whose server it is. */
export function addressOfBundled({ host, port, user, password, database }: Connection): string {
  const url = new URL(`postgres:///${encodeURIComponent(database)}`)
  url.search = new URLSearchParams({ host, port: String(port), user, password }).toString()
  return url.href
}
