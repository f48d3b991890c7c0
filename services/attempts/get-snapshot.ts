import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { attempts } from '#db/schema/index'
import type { AttemptSnapshot } from '#domain/attempts/types'
import { NotFound } from '../errors.ts'

/** What an attempt asks never changes, and is most of what there is to read of it: the newest are kept, of whoever is at a quiz now. */
const kept = new Map<string, AttemptSnapshot>()
const keptAtMost = 100

/** The questions of an attempt as asked, with the correct responses: for services, never for a page. @throws NotFound for a lab as well. */
export async function getSnapshot(db: Reader, attemptId: string): Promise<AttemptSnapshot> {
  const known = kept.get(attemptId)
  if (known) return known
  const [row] = await db
    .select({ snapshot: attempts.snapshot })
    .from(attempts)
    .where(eq(attempts.id, attemptId))
    .prepare('get_snapshot')
    .execute()
  if (!row || row.snapshot.kind === 'lab') throw new NotFound('attempt')
  const [oldest] = kept.keys()
  if (oldest && kept.size >= keptAtMost) kept.delete(oldest)
  kept.set(attemptId, row.snapshot)
  return row.snapshot
}
