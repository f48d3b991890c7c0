import { expect, test } from 'vitest'
import { enrolments } from '#db/schema/index'
import { toldOf } from '#domain/catalogue/told'
import { publishTestCourse, testCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { startEnrolment } from '../enrolments/start-enrolment.ts'
import { compileContent } from './compile.ts'
import { listSeen } from './list-seen.ts'
import { loadContent } from './load-content.ts'

const { db } = await testDatabase()
const fact = 'badge-reading'
const note = testCourse.facts[fact]

test('of a fact that changed, every version is told with its own words and who began it', async () => {
  const { rootId } = await makeOrganisation(db)
  await publishTestCourse(db)
  const learner = await makePerson(db, { groupId: rootId })
  await startEnrolment(await callerFor(db, learner.id), { courseId: testCourse.id })
  await db.update(enrolments).set({ startedAt: testNow })
  if (!note) throw new Error('the invented course has the fact')
  const later = new Date(testNow.getTime() + 86_400_000)
  const corrected = testCourseWith({ facts: { [fact]: { ...note, whoSays: { en: 'Somebody else', ja: '別の人' } } } })
  await loadContent(db, later, [corrected])

  const seen = await listSeen(db, fact)
  expect(seen).toMatchObject([
    { courseId: testCourse.id, hash: testCourse.hash, loadedAt: testNow, isCurrent: true, begun: 1, completed: 0 },
    { courseId: testCourse.id, hash: corrected.hash, loadedAt: later, isCurrent: false, begun: 0, completed: 0 },
  ])
  const noteOf = (index: number) => seen[index]?.told[0]
  expect(noteOf(0)).toEqual({
    where: 'margin note (law-or-standard)',
    text: { en: 'Casebook; Our own reading', ja: 'Casebook; 編集部の解釈' },
  })
  expect(noteOf(1)?.text.en).toBe('Somebody else; Our own reading')
  const asked = seen[0]?.told.filter(({ where }) => where.startsWith('quiz '))
  expect(asked).toHaveLength(12)
  expect(asked?.[0]?.text.en).toMatch(/^Prompt of .* \/ Choice a of .* \(Why of a in .*\) \/ /)
  expect(await listSeen(db, 'no-such-fact')).toEqual([])
})

test('each fact of the courses is told somewhere beside its note, in both languages and without markup', async () => {
  for (const version of await compileContent()) {
    for (const id of Object.keys(version.facts)) {
      const told = toldOf(version, id)
      expect(told.length, `${id} in ${version.id}`).toBeGreaterThan(1)
      for (const { where, text } of told) {
        for (const words of [text.en, text.ja]) {
          expect(words.trim(), `${id}, ${where}`).not.toBe('')
          expect(words, `${id}, ${where}`).not.toMatch(/<[a-z/]|&(#\w+|[a-z]+);/)
        }
      }
    }
  }
})
