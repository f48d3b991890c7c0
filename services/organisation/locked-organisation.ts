import type { Transaction } from '#db/client'
import { organisation } from '#db/schema/index'
import { NotFound } from '../errors.ts'

/** Loads and locks the organisation. As a subject it is nobody's in particular. */
export async function lockedOrganisation(tx: Transaction) {
  const [row] = await tx.select().from(organisation).for('no key update')
  if (!row) throw new NotFound()
  return { personId: null, organisation: row }
}
