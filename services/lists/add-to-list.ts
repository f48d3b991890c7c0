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

/** Small letters are the database's own, by which addresses and numbers are unique: those of JavaScript differ (`İ`). */
async function findNamed(tx: Transaction, reach: Reach, names: string[]) {
  const { rows: keys } = await tx.execute<{ name: string; key: string }>(
    sql`select name, lower(name) as key from unnest(${sql.param(names)}::text[]) as name`,
  )
  const [email, employeeNumber, id] = [sql`lower(${people.email})`, sql`lower(${people.employeeNumber})`, sql`${people.id}::text`]
  const wanted = sql`${sql.param(keys.map(({ key }) => key))}::text[]`
  const found = await tx
    .select({ id: people.id, keys: sql<(string | null)[]>`array[${id}, ${email}, ${employeeNumber}]` })
    .from(people)
    .where(
      and(
        sql`(${email} = any(${wanted}) or ${employeeNumber} = any(${wanted}) or ${id} = any(${wanted}))`,
        isNull(people.deactivatedAt),
        peopleWithin(reach),
      ),
    )
  const known = new Set(found.flatMap((person) => person.keys))
  return { found, notFound: keys.filter(({ key }) => !known.has(key)).map(({ name }) => name) }
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
    const { found, notFound } = await findNamed(tx, reach, names)
    const inserted = found.length
      ? await tx
          .insert(listMembers)
          .values(found.map(({ id }) => ({ listId: input.listId, personId: id, addedAt: now })))
          .onConflictDoNothing()
          .returning({ personId: listMembers.personId })
      : []
    return { added: inserted.length, already: found.length - inserted.length, notFound }
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
