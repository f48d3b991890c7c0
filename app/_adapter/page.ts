import { notFound } from 'next/navigation'
import { Forbidden, InvalidInput, NotFound } from '#services/errors'

/** Not found, forbidden and malformed look the same on a page: 404, so that nothing is learnt from the difference. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden || error instanceof InvalidInput) notFound()
    throw error
  }
}
