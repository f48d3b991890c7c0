import type { Database } from '#db/client'
import type { PersonActor } from '#domain/policy'
import type { Caller } from '#services/caller'
import { publishTestCourse } from './course.ts'
import { anonymous, callerFor, type GroupMade, makeGroup, makeOrganisation, makePerson } from './factories.ts'

/** A small organisation with one of each kind of person, for tests that ask everybody. */
export interface World {
  root: GroupMade
  /** The branch that everything asked about belongs to. */
  works: GroupMade
  /** Another branch. */
  affiliate: GroupMade
  callers: Record<Persona, Caller>
  ids: Record<Exclude<Persona, 'nobody'>, string>
}

export const personas = [
  'nobody',
  'learner',
  'otherLearner',
  'supervisor',
  'reviewer',
  'auditor',
  'branchReviewer',
  'branchAdmin',
  'admin',
  'owner',
] as const
/** `branch…` hold their role for another branch than the learner's; `supervisor` is whom the learner reports to. */
export type Persona = (typeof personas)[number]

export async function makeWorld(db: Database): Promise<World> {
  const { rootId } = await makeOrganisation(db)
  const root = { id: rootId, path: [rootId] }
  const works = await makeGroup(db, root, 'Works')
  const affiliate = await makeGroup(db, root, 'Affiliate')
  await publishTestCourse(db)
  const person = async (group: GroupMade, role?: PersonActor['grants'][number]['role'], of: string | null = null) =>
    (await makePerson(db, { groupId: group.id, grants: role ? [{ role, of }] : [] })).id
  const supervisor = await person(works)
  const ids = {
    learner: (await makePerson(db, { groupId: works.id, supervisorId: supervisor })).id,
    otherLearner: await person(works),
    supervisor,
    reviewer: await person(root, 'reviewer'),
    auditor: await person(root, 'auditor'),
    branchReviewer: await person(affiliate, 'reviewer', affiliate.id),
    branchAdmin: await person(affiliate, 'admin', affiliate.id),
    admin: await person(root, 'admin'),
    owner: await person(root, 'owner'),
  }
  const callers = { nobody: anonymous(db) } as Record<Persona, Caller>
  for (const persona of personas) if (persona !== 'nobody') callers[persona] = await callerFor(db, ids[persona])
  return { root, works, affiliate, callers, ids }
}
