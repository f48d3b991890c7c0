import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groups } from '#db/schema/index'
import { Conflict, Forbidden, NotFound } from '#services/errors'
import { deactivatePerson } from '#services/people/deactivate-person'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson } from '#testing/factories'
import { closeGroup } from './close-group.ts'
import { createGroup } from './create-group.ts'
import { listGroups } from './list-groups.ts'
import { moveGroup } from './move-group.ts'
import { renameGroup } from './rename-group.ts'
import { reopenGroup } from './reopen-group.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const nagoya = await makeGroup(db, root, 'Nagoya works')
const osaka = await makeGroup(db, root, 'Osaka works')
const as = async (role: 'admin' | 'reviewer' | 'owner', of: string | null) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role, of }] })).id)
const admin = await as('admin', null)
const nagoyaAdmin = await as('admin', nagoya.id)
const osakaAdmin = await as('admin', osaka.id)
const reviewer = await as('reviewer', null)
const make = async (name: string, parentId = nagoya.id) => (await createGroup(admin, { parentId, name })).groupId
const pathOf = async (id: string) => (await db.select().from(groups).where(eq(groups.id, id)))[0]?.path

describe('home groups', () => {
  it('are changed by admins of their branch only', async () => {
    const groupId = await make('Refusals')
    const tries = [
      () => createGroup(reviewer, { parentId: nagoya.id, name: 'x' }),
      () => renameGroup(reviewer, { groupId, name: 'x' }),
      () => moveGroup(reviewer, { groupId, parentId: rootId }),
      () => closeGroup(reviewer, { groupId }),
      () => reopenGroup(reviewer, { groupId }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(Forbidden)
    const strange = [
      () => createGroup(osakaAdmin, { parentId: nagoya.id, name: 'x' }),
      () => renameGroup(osakaAdmin, { groupId, name: 'x' }),
      () => moveGroup(osakaAdmin, { groupId, parentId: osaka.id }),
      () => closeGroup(osakaAdmin, { groupId }),
      () => reopenGroup(osakaAdmin, { groupId }),
    ]
    for (const attempt of strange) await expect(attempt()).rejects.toThrow(NotFound)
  })

  it('are added and renamed, each name once below one group', async () => {
    const groupId = await make('Machining')
    expect(await pathOf(groupId)).toEqual([rootId, nagoya.id, groupId])
    expect(await lastEvent(db, 'group.create')).toMatchObject({ subjectId: groupId, groupId })
    await expect(make('machining')).rejects.toThrow(new Conflict('group_name_taken'))
    await renameGroup(nagoyaAdmin, { groupId, name: 'Machine shop' })
    expect((await lastEvent(db, 'group.rename'))?.details).toEqual({ old: { name: 'Machining' }, new: { name: 'Machine shop' } })
  })

  it('move with all beneath them, where both ends are within reach', async () => {
    const upper = await make('Upper')
    const lower = await make('Lower', upper)
    await expect(moveGroup(nagoyaAdmin, { groupId: upper, parentId: osaka.id })).rejects.toThrow(NotFound)
    await expect(moveGroup(admin, { groupId: upper, parentId: lower })).rejects.toThrow(new Conflict('move_into_itself'))
    await expect(moveGroup(admin, { groupId: rootId, parentId: upper })).rejects.toThrow(new Conflict('root_stays'))
    await moveGroup(admin, { groupId: upper, parentId: osaka.id })
    expect(await pathOf(lower)).toEqual([rootId, osaka.id, upper, lower])
    expect((await lastEvent(db, 'group.move'))?.details).toEqual({ old: { parentId: nagoya.id }, new: { parentId: osaka.id } })
  })

  it('close when empty and open again', async () => {
    const upper = await make('Closing')
    const lower = await make('Inner', upper)
    const { id: personId } = await makePerson(db, { groupId: lower })
    await expect(closeGroup(admin, { groupId: rootId })).rejects.toThrow(new Conflict('root_stays'))
    await expect(closeGroup(nagoyaAdmin, { groupId: upper })).rejects.toThrow(new Conflict('group_not_empty'))
    await expect(closeGroup(nagoyaAdmin, { groupId: lower })).rejects.toThrow(new Conflict('group_not_empty'))
    await deactivatePerson(nagoyaAdmin, { personId })
    await closeGroup(nagoyaAdmin, { groupId: lower })
    expect(await lastEvent(db, 'group.close')).toMatchObject({ subjectId: lower })
    await expect(createGroup(nagoyaAdmin, { parentId: lower, name: 'x' })).rejects.toThrow(new Conflict('group_closed'))
    await closeGroup(nagoyaAdmin, { groupId: upper })
    await expect(reopenGroup(nagoyaAdmin, { groupId: lower })).rejects.toThrow(new Conflict('parent_closed'))
    await reopenGroup(nagoyaAdmin, { groupId: upper })
    await reopenGroup(nagoyaAdmin, { groupId: lower })
    expect(await lastEvent(db, 'group.reopen')).toMatchObject({ subjectId: lower })
    await expect(reopenGroup(nagoyaAdmin, { groupId: lower })).rejects.toThrow(new Conflict('group_open'))
  })

  it('are listed within reach, with people of the group and of the branch', async () => {
    const kyoto = await make('Kyoto works', rootId)
    const office = await make('Office', kyoto)
    for (const groupId of [kyoto, office, office]) await makePerson(db, { groupId })
    const kyotoAdmin = await as('admin', kyoto)
    const tree = (await listGroups(kyotoAdmin, {})).map(({ name, depth, people, branchPeople }) => ({ name, depth, people, branchPeople }))
    expect(tree).toEqual([
      { name: 'Kyoto works', depth: 0, people: 1, branchPeople: 3 },
      { name: 'Office', depth: 1, people: 2, branchPeople: 2 },
    ])
    expect((await listGroups(reviewer, {})).map((group) => group.name)).toContain('Office')
    const learner = await callerFor(db, (await makePerson(db, { groupId: kyoto })).id)
    await expect(listGroups(learner, {})).rejects.toThrow(Forbidden)
  })

  it('stay one tree with true paths after any moves, several at a time', async () => {
    const ids: string[] = []
    for (let number = 0; number < 8; number += 1) ids.push(await make(`Node ${number}`))
    const pairs = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(pairs, async (moves) => {
        const done = await Promise.allSettled(moves.map(([groupId, parentId]) => moveGroup(admin, { groupId, parentId })))
        for (const each of done) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict)
        const wrong = await db.execute(sql`
          with recursive tree as (
            select id, array[id] as path from groups where parent_id is null
            union all select g.id, tree.path || g.id from groups g join tree on g.parent_id = tree.id
          ) select g.id from groups g left join tree on tree.id = g.id where tree.path is distinct from g.path`)
        expect(wrong.rows).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
