import { describe, expect, it } from 'vitest'
import { Conflict, Forbidden, NotFound } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { addToList } from './add-to-list.ts'
import { closeList } from './close-list.ts'
import { createList } from './create-list.ts'
import { getList } from './get-list.ts'
import { listLists } from './list-lists.ts'
import { removeFromList } from './remove-from-list.ts'
import { renameList } from './rename-list.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const nagoya = await makeGroup(db, root)
const osaka = await makeGroup(db, root)
const as = async (role: 'admin' | 'reviewer', of: string | null) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role, of }] })).id)
const admin = await as('admin', null)
const nagoyaAdmin = await as('admin', nagoya.id)
const osakaAdmin = await as('admin', osaka.id)
const reviewer = await as('reviewer', null)
let counter = 0
const make = async () => {
  counter += 1
  return (await createList(nagoyaAdmin, { groupId: nagoya.id, name: `First aiders ${counter}` })).listId
}

describe('lists', () => {
  it('are kept by admins of their branch only', async () => {
    const listId = await make()
    const { id: personId } = await makePerson(db, { groupId: nagoya.id })
    const verbs = [
      [createList, { groupId: nagoya.id, name: 'x' }],
      [renameList, { listId, name: 'x' }],
      [closeList, { listId }],
      [addToList, { listId, people: personId }],
      [removeFromList, { listId, personId }],
      [getList, { listId }],
    ] as const
    for (const [verb, input] of verbs) {
      await expect(verb(reviewer, input)).rejects.toThrow(Forbidden)
      await expect(verb(osakaAdmin, input)).rejects.toThrow(NotFound)
    }
    await expect(listLists(reviewer, {})).rejects.toThrow(Forbidden)
    expect(await listLists(osakaAdmin, {})).toEqual([])
  })

  it('are made, renamed and closed, each name once among open ones', async () => {
    const listId = await make()
    const name = `First aiders ${counter}`
    expect(await lastEvent(db, 'list.create')).toMatchObject({ subjectId: listId, details: { new: { name } } })
    await expect(createList(nagoyaAdmin, { groupId: nagoya.id, name: name.toUpperCase() })).rejects.toThrow(new Conflict('list_name_taken'))
    await renameList(nagoyaAdmin, { listId, name: 'Fire wardens' })
    expect((await lastEvent(db, 'list.rename'))?.details).toEqual({ old: { name }, new: { name: 'Fire wardens' } })
    await closeList(nagoyaAdmin, { listId })
    expect(await lastEvent(db, 'list.close')).toMatchObject({ subjectId: listId })
    await expect(getList(nagoyaAdmin, { listId })).rejects.toThrow(NotFound)
    await createList(nagoyaAdmin, { groupId: nagoya.id, name: 'Fire wardens' })
  })

  it('take in people named by address or number, say who was not found, and reach nobody out of sight', async () => {
    const listId = await make()
    const rosa = await makePerson(db, { groupId: nagoya.id })
    const kwame = await makePerson(db, { groupId: nagoya.id })
    const gone = await makePerson(db, { groupId: nagoya.id, deactivatedAt: testNow })
    const elsewhere = await makePerson(db, { groupId: osaka.id })
    const named = [rosa.email?.toUpperCase(), kwame.email, gone.email, elsewhere.email, 'K-404'].join('\n')
    expect(await addToList(nagoyaAdmin, { listId, people: named })).toEqual({
      added: 2,
      already: 0,
      notFound: [gone.email, elsewhere.email, 'K-404'],
    })
    expect((await lastEvent(db, 'list.add'))?.details).toEqual({ added: 2, already: 0, notFound: 3 })
    expect(await addToList(admin, { listId, people: `${rosa.email}; ${elsewhere.email}` })).toEqual({ added: 1, already: 1, notFound: [] })
    expect(await getList(nagoyaAdmin, { listId })).toMatchObject({ count: 2, hidden: 1 })
    expect(await listLists(nagoyaAdmin, {})).toContainEqual(expect.objectContaining({ id: listId, people: 3 }))
    await expect(removeFromList(nagoyaAdmin, { listId, personId: elsewhere.id })).rejects.toThrow(NotFound)
    await removeFromList(nagoyaAdmin, { listId, personId: rosa.id })
    expect(await lastEvent(db, 'list.remove')).toMatchObject({ subjectId: listId, details: { personId: rosa.id } })
    await expect(removeFromList(nagoyaAdmin, { listId, personId: rosa.id })).rejects.toThrow(NotFound)
  })

  it('refuse an empty paste and one of more than five thousand', async () => {
    const listId = await make()
    await expect(addToList(admin, { listId, people: ' ,\n;' })).rejects.toMatchObject({ fields: { people: 'required' } })
    const many = Array.from({ length: 5001 }, (_, index) => `n${index}`).join(',')
    await expect(addToList(admin, { listId, people: many })).rejects.toMatchObject({ fields: { people: 'too_many' } })
  })
})
