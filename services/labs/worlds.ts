import type { LabSnapshot } from '#domain/attempts/types'
import { findLab } from '#domain/labs/registry'
import type { Generated, Lab } from '#domain/labs/types'
import { NotFound } from '../errors.ts'

/** An attempt's lab and what its seed makes. */
export interface World extends Generated {
  lab: Lab
}

/** Making a world takes some milliseconds, and every change of a case file asks for it: those of whoever works now are kept. */
const kept = new Map<string, World>()
const keptAtMost = 24

/** Evidence and truth of an attempt: for services, never for a page as they are. @throws NotFound for a version that is gone. */
export function worldOf({ seed, lab: { id, version } }: Pick<LabSnapshot, 'seed' | 'lab'>): World {
  const key = `${id} ${version} ${seed}`
  const known = kept.get(key)
  if (known) return known
  const lab = findLab(id, version)
  if (!lab) throw new NotFound('lab')
  const world = { lab, ...lab.generate(seed) }
  const [oldest] = kept.keys()
  if (oldest && kept.size >= keptAtMost) kept.delete(oldest)
  kept.set(key, world)
  return world
}
