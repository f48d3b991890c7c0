import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { assignments, groups } from '#db/schema/index'
import type { Reach } from '#domain/policy'
import { Conflict, NotFound } from '../errors.ts'
import { groupsWithin } from '../reach.ts'

/** Loads and locks an assignment through the actor's sight. @throws Conflict `assignment_cancelled` */
export async function managedAssignment({ tx, reach }: { tx: Transaction; reach: Reach }, assignmentId: string) {
  const [row] = await tx
    .select({ assignment: assignments, groupPath: groups.path })
    .from(assignments)
    .innerJoin(groups, eq(groups.id, assignments.groupId))
    .where(and(eq(assignments.id, assignmentId), groupsWithin(reach)))
    .for('update', { of: assignments })
  if (!row) throw new NotFound()
  if (row.assignment.cancelledAt) throw new Conflict('assignment_cancelled')
  return row
}
