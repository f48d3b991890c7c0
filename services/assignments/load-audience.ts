import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/client'
import { enrolments, groups, leaves, listMembers, lists, people } from '#db/schema/index'
import type { Member } from '#domain/assignments/plan'
import { type Audience, isEmptyAudience } from '#domain/assignments/schema'
import { dayOf } from '#domain/calendar'
import { commonPath } from '#domain/groups/tree'
import { isWithin, type Reach } from '#domain/policy'
import { anyOf } from '../any-of.ts'
import { Conflict, NotFound } from '../errors.ts'
import { groupsWithin } from '../reach.ts'

/** A person an assignment means, with what is shown of them. */
export interface AudienceMember extends Member {
  name: string
  groupName: string
}
export interface LoadedAudience {
  members: AudienceMember[]
  /** The path of the lowest group whose branch holds everybody meant. */
  scopePath: string[]
}

const idle = { members: [], scopePath: [] }

/**
 * Loads everybody an audience means, each once, by sort name. Groups, lists and people out of sight are not found.
 * @throws Conflict `audience_out_of_reach` when a list holds people, or everyone is meant, beyond the actor's reach.
 */
export async function loadAudience(
  db: Reader,
  reach: Reach,
  audience: Audience,
  courseId: string,
  timeZone: string,
): Promise<LoadedAudience> {
  if (isEmptyAudience(audience)) return idle
  const named = audience.isEveryone ? [await rootPath(db, reach)] : await namedGroups(db, reach, audience.groupIds)
  if (!audience.isEveryone) await checkLists(db, reach, audience.listIds)
  const rows = await loadRows(db, audience.isEveryone ? { ...audience, personIds: [], listIds: [] } : audience, named, courseId)
  if (!audience.isEveryone) checkPeople(reach, audience, rows)
  const single = audience.isEveryone ? [] : rows.filter((row) => row.isSingle).map((row) => row.groupPath)
  const members = rows.map(({ groupPath: _path, isSingle: _single, isNamed: _named, openSince, ...row }) => ({
    ...row,
    open: row.open && openSince ? { ...row.open, ...asInstants(row.open, openSince, timeZone) } : null,
  }))
  return { members, scopePath: commonPath([...named, ...single]) }
}

const asInstants = (open: { dueAt: string | Date | null }, since: string, timeZone: string) => ({
  enrolledOn: dayOf(new Date(since), timeZone),
  dueAt: open.dueAt === null ? null : new Date(open.dueAt),
})

async function rootPath(db: Reader, reach: Reach): Promise<string[]> {
  if (!reach.all) throw new Conflict('audience_out_of_reach')
  const [root] = await db.select({ path: groups.path }).from(groups).where(isNull(groups.parentId))
  if (!root) throw new NotFound()
  return root.path
}

async function namedGroups(db: Reader, reach: Reach, ids: readonly string[]): Promise<string[][]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ path: groups.path })
    .from(groups)
    .where(and(anyOf(groups.id, ids), groupsWithin(reach)))
  if (found.length < new Set(ids).size) throw new NotFound()
  return found.map((group) => group.path)
}

async function checkLists(db: Reader, reach: Reach, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await db
    .select({ id: lists.id })
    .from(lists)
    .innerJoin(groups, eq(groups.id, lists.groupId))
    .where(and(anyOf(lists.id, ids), isNull(lists.closedAt), groupsWithin(reach)))
  if (found.length < new Set(ids).size) throw new NotFound()
}

function checkPeople(reach: Reach, audience: Audience, rows: readonly Row[]): void {
  const named = rows.filter((row) => row.isNamed)
  if (named.length < new Set(audience.personIds).size || named.some((row) => !isWithin(reach, row))) throw new NotFound()
  if (rows.some((row) => row.isSingle && !isWithin(reach, row))) throw new Conflict('audience_out_of_reach')
}

type Row = Awaited<ReturnType<typeof loadRows>>[number]

/** One statement: people with what the plan needs to know of each. */
function loadRows(db: Reader, { personIds, listIds }: Audience, named: readonly string[][], courseId: string) {
  const open = alias(enrolments, 'open')
  const build = new QueryBuilder()
  const past = (columns: SQL) =>
    sql`(${build
      .select({ value: columns })
      .from(enrolments)
      .where(and(eq(enrolments.personId, people.id), eq(enrolments.courseId, courseId)))})`
  const isNamed = sql<boolean>`coalesce(${anyOf(people.id, personIds)}, false)`
  const onList = inArray(people.id, build.select({ id: listMembers.personId }).from(listMembers).where(anyOf(listMembers.listId, listIds)))
  const branches = named.map((path) => path.at(-1) ?? '')
  return db
    .select({
      personId: people.id,
      name: people.name,
      groupName: groups.name,
      groupPath: groups.path,
      isActive: sql<boolean>`${people.deactivatedAt} is null`,
      isNamed,
      /** Meant by name or by list, whatever group they are in. */
      isSingle: sql<boolean>`(${isNamed} or ${onList})`,
      leaves: sql<{ startsOn: string; endsOn: string }[]>`coalesce((${build
        .select({ away: sql`jsonb_agg(jsonb_build_object('startsOn', ${leaves.startsOn}, 'endsOn', ${leaves.endsOn}))` })
        .from(leaves)
        .where(eq(leaves.personId, people.id))}), '[]'::jsonb)`,
      open: { id: open.id, dueOn: open.dueOn, dueAt: open.dueAt },
      openSince: sql<string | null>`${open.enrolledAt}`,
      done: past(
        sql`(array_agg(${enrolments.closedAs} order by ${enrolments.cycle} desc) filter (where ${enrolments.closedAs} in ('completed', 'waived')))[1]`,
      ) as SQL<'completed' | 'waived' | null>,
      lastCycle: past(sql`coalesce(max(${enrolments.cycle}), 0)`) as SQL<number>,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .leftJoin(open, and(eq(open.personId, people.id), eq(open.courseId, courseId), isNull(open.closedAt)))
    .where(or(sql`${groups.path} && ${sql.param(branches)}::uuid[]`, isNamed, onList))
    .orderBy(people.sortName, people.id)
}
