import { and, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { listMembers, people } from '#db/schema/index'
import { AddToList } from '#domain/groups/schema'
import { splitIdentifiers } from '#domain/people/schema'
import type { Reach } from '#domain/policy'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { managedList } from './managed-list.ts'

export interface Added {
  added: number
  /** Were on the list before. */
  already: number
  /** What named nobody active within reach, as it was given. */
  notFound: string[]
}

const most = 5000

async function findNamed(tx: Transaction, reach: Reach, names: string[]) {
  const named = sql`(lower(${people.email}) = any(${sql.param(names)}::text[]) or lower(${people.employeeNumber}) = any(${sql.param(names)}::text[])
    or ${people.id}::text = any(${sql.param(names)}::text[]))`
  return tx
    .select({ id: people.id, email: people.email, employeeNumber: people.employeeNumber })
    .from(people)
    .where(and(named, isNull(people.deactivatedAt), peopleWithin(reach)))
}

/** Puts people on a list, named by e-mail address, employee number or id; says who was not found. */
export const addToList = command({
  permission: 'group.manage',
  input: AddToList,
  subject: (context) => managedList(context, context.input.listId),
  run: async ({ tx, now, input, reach }): Promise<Added> => {
    const names = splitIdentifiers(input.people)
    if (names.length === 0) throw new InvalidInput({ people: 'required' })
    if (names.length > most) throw new InvalidInput({ people: 'too_many' })
    const found = await findNamed(tx, reach, names)
    const inserted = found.length
      ? await tx
          .insert(listMembers)
          .values(found.map(({ id }) => ({ listId: input.listId, personId: id, addedAt: now })))
          .onConflictDoNothing()
          .returning({ personId: listMembers.personId })
      : []
    const known = new Set(found.flatMap(({ id, email, employeeNumber }) => [id, email?.toLowerCase(), employeeNumber?.toLowerCase()]))
    return { added: inserted.length, already: found.length - inserted.length, notFound: names.filter((name) => !known.has(name)) }
  },
  event: {
    verb: 'list.add',
    of: ({ subject: { list }, result }) => ({
      subjectKind: 'list',
      subjectId: list.id,
      groupId: list.groupId,
      details: { added: result.added, already: result.already, notFound: result.notFound.length },
    }),
  },
})
