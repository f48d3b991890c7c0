import { environment } from '#db/environment'
import { NotFound } from '../errors.ts'
import type { Preview } from './read-preview.ts'

/**
 * A preview shows every correct response to whoever asks, without sign-in. Therefore there is none but on the development server, and
 * there only for the machine itself: under its own name, with nothing set that opens it to others.
 * @param host as the request names it
 * @throws NotFound
 */
export function refuseUnlessPreviewed(host: string | null): void {
  const isOwnName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host ?? '')
  if (process.env.NODE_ENV !== 'development' || !environment().isLocal || !isOwnName) throw new NotFound('preview')
}

/** Content as it stands in its files, for those who write it. @throws NotFound */
export async function getPreview(host: string | null): Promise<Preview> {
  refuseUnlessPreviewed(host)
  const { readPreview } = await import('./read-preview.ts') // what serves learners need not load what compiles content
  return readPreview()
}
