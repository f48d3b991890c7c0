import { expect, it } from 'vitest'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { fullFiles } from '#testing/full-content'
import { compileFiles } from '../catalogue/compile.ts'
import { loadContent } from '../catalogue/load-content.ts'
import { getMyCourse } from './get-my-course.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
await loadContent(db, testNow, compileFiles(fullFiles()))
const learner = await callerFor(db, (await makePerson(db, { groupId: rootId })).id)
const read = (courseId: string) => getMyCourse(learner, { courseId })

it('a course knows its short edition, and a short edition its full course', async () => {
  expect((await read('harbour')).around?.editions).toMatchObject([{ id: 'harbour-short', edition: { of: 'harbour' } }])
  const { course, around } = await read('harbour-short')
  expect(course).toMatchObject({ edition: { of: 'harbour', kind: 'short' } })
  expect(around?.editions.map(({ id, edition }) => [id, edition])).toEqual([['harbour', undefined]])
})

it('a course ends with Monday and its sources, and says where its objectives stand in the frameworks', async () => {
  const { course, around } = await read('harbour')
  expect(course.monday?.map(({ en }) => en)).toEqual(['Look once.', 'Ask once.', 'Write once.'])
  expect(course.objectives[0]?.controls?.attack).toEqual(['T1583.003'])
  expect(course.dossierTitle?.en).toBe('The harbour case')
  expect(around?.sources.map(({ id }) => id).sort()).toEqual(['audit-register', 'not-indicted', 'rentals'])
})

it('never gives the forms to a learner, for they name the questions', async () => {
  expect(JSON.stringify((await read('harbour')).course)).not.toContain('before')
})

it('has nothing around it on the page of a unit', async () => {
  expect((await getMyCourse(learner, { courseId: 'harbour', unitId: 'the-desk' })).around).toBeNull()
})
